import type { Stage } from './world.ts';

const open = (name: string, order: number, probability: number, forecast: string): Stage => ({
  name,
  order,
  probability,
  forecast,
  isClosed: false,
  isWon: false,
});

/** The stages of an open opportunity, in order. */
export const OPEN_STAGES: readonly Stage[] = [
  open('Prospecting', 1, 10, 'Pipeline'),
  open('Qualification', 2, 20, 'Pipeline'),
  open('Needs Analysis', 3, 40, 'Pipeline'),
  open('Proposal', 4, 60, 'BestCase'),
  open('Negotiation', 5, 80, 'Forecast'),
];

/** The stage of a deal. */
export const WON: Stage = {
  name: 'Closed Won',
  order: 6,
  probability: 100,
  forecast: 'Closed',
  isClosed: true,
  isWon: true,
};

/** The stage of an opportunity that came to nothing. */
export const LOST: Stage = {
  name: 'Closed Lost',
  order: 7,
  probability: 0,
  forecast: 'Omitted',
  isClosed: true,
  isWon: false,
};
