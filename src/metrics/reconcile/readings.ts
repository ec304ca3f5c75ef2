import { fastWindowDays } from '../../domain/definitions.ts';
import { unsourcedGroup } from '../../domain/dimension.ts';
import { sliceCube, type Cube } from '../cube/cube.ts';
import { totalOf, upTo, type Facet } from '../cube/facet.ts';
import { ownChoices, type Reading, type ReadingChoices, type ReadingSubject } from './reading.ts';

const reading = (
  subject: ReadingSubject,
  differing: Partial<ReadingChoices>,
  k: number,
  n: number | null = null,
): Reading => ({ subject, choices: { ...ownChoices[subject], ...differing }, k, n });

const ripe = <Count extends string>(facet: Facet<Count>, { asOf }: Cube, days: number | null): Facet<Count> =>
  days === null ? { ...facet, cells: [] } : upTo(facet, asOf - days);

const toDate = { clock: 'toDate', young: 'in' } as const;

/** Without the leads whose clock starts at a later stage, where there are any. */
const withoutImputed = ({ period: { leads } }: Cube): readonly Reading[] => {
  const imputed = totalOf(leads, 'imputed');
  if (imputed === 0) return [];
  const started = totalOf(leads, 'journeys') - imputed;
  const converted = totalOf(leads, 'converted') - totalOf(leads, 'imputed_converted');
  return [
    reading('leads', { imputed: 'out' }, started),
    reading('mqls', { imputed: 'out' }, started),
    reading('l2o', { ...toDate, imputed: 'out' }, converted, started),
  ];
};

const ofLeads = (cube: Cube): readonly Reading[] => {
  const { arrivals, leads, sourced, opportunities, closes } = cube.period;
  const { l2oDays, l2dDays } = cube.windows;
  const created = totalOf(arrivals, 'leads');
  const mqls = totalOf(arrivals, 'mqls');
  const started = totalOf(leads, 'journeys');
  const converted = totalOf(leads, 'converted');
  const convertedWindowed = totalOf(leads, 'converted_windowed');
  const made = totalOf(opportunities, 'opportunities');
  const madeSourced = totalOf(opportunities, 'sourced');
  const sourcedByStart = totalOf(sourced, 'sourced');
  const l2oRipe = ripe(leads, cube, l2oDays);
  const fastRipe = ripe(leads, cube, fastWindowDays);
  const l2dRipe = ripe(leads, cube, l2dDays);
  const ownDays = { day: 'activity', unit: 'opportunity', ...toDate } as const;
  return [
    reading('leads', { day: 'leadCreated' }, created),
    reading('leads', {}, started),
    reading('mqls', { day: 'activity' }, mqls),
    reading('mqls', {}, started),
    reading('l2o', {}, totalOf(l2oRipe, 'converted_windowed'), totalOf(l2oRipe, 'journeys')),
    reading('l2o', { young: 'in' }, convertedWindowed, started),
    reading('l2o', { clock: 'fast' }, totalOf(fastRipe, 'converted_fast'), totalOf(fastRipe, 'journeys')),
    reading('l2o', { clock: 'fast', young: 'in' }, totalOf(leads, 'converted_fast'), started),
    reading('l2o', toDate, converted, started),
    reading('l2o', { ...toDate, unit: 'opportunity' }, sourcedByStart, started),
    reading('l2o', ownDays, made, started),
    reading('l2o', { ...ownDays, source: 'sourced' }, madeSourced, started),
    reading('l2o', { ...ownDays, day: 'leadCreated' }, made, created),
    reading('l2o', { ...ownDays, day: 'leadCreated', source: 'sourced' }, madeSourced, created),
    reading('l2d', {}, totalOf(l2dRipe, 'won_windowed'), totalOf(l2dRipe, 'journeys')),
    reading('l2d', { young: 'in' }, totalOf(leads, 'won_windowed'), started),
    reading('l2d', toDate, totalOf(leads, 'won'), started),
    reading('l2d', { ...toDate, unit: 'opportunity' }, totalOf(sourced, 'won'), started),
    reading('l2d', ownDays, totalOf(closes, 'won'), started),
    reading('l2d', { ...ownDays, day: 'leadCreated' }, totalOf(closes, 'won'), created),
    reading('opportunities', { day: 'leadStart', unit: 'lead' }, converted),
    reading('opportunities', { day: 'leadStart', unit: 'lead', clock: 'window' }, convertedWindowed),
    reading('opportunities', { day: 'leadStart' }, sourcedByStart),
    reading('deals', { day: 'leadStart', unit: 'lead' }, totalOf(leads, 'won')),
    reading('deals', { day: 'leadStart' }, totalOf(sourced, 'won')),
    reading(
      'o2d',
      { day: 'leadStart', ...toDate, source: 'sourced' },
      totalOf(sourced, 'won'),
      sourcedByStart,
    ),
  ];
};

/** What the opportunities of a cube give, all of them or a part by their source. */
const ofOpportunities = (cube: Cube, source: ReadingChoices['source']): readonly Reading[] => {
  const { opportunities, closes } = cube.period;
  const made = totalOf(opportunities, 'opportunities');
  const won = totalOf(opportunities, 'won');
  const lost = totalOf(opportunities, 'lost');
  const wonClosed = totalOf(closes, 'won');
  const ripeOnes = ripe(opportunities, cube, cube.windows.o2dDays);
  return [
    reading('opportunities', { source }, made),
    reading('deals', { source }, won),
    reading('deals', { source, day: 'closed' }, wonClosed),
    reading('o2d', { source }, totalOf(ripeOnes, 'won_windowed'), totalOf(ripeOnes, 'opportunities')),
    reading('o2d', { source, young: 'in' }, totalOf(opportunities, 'won_windowed'), made),
    reading('o2d', { source, ...toDate }, won, made),
    reading('o2d', { source, ...toDate, young: 'openOut' }, won, won + lost),
    reading(
      'o2d',
      { source, ...toDate, day: 'closed', young: 'openOut' },
      wonClosed,
      wonClosed + totalOf(closes, 'lost'),
    ),
    reading('o2d', { source, ...toDate, day: 'activity' }, wonClosed, made),
  ];
};

/**
 * Every way of counting that a cube by channel tells without another question. Opportunities are told apart by their
 * source where the rows of the cube are channels and both kinds are there; else only all of them are counted.
 */
export const readings = (cube: Cube): readonly Reading[] => {
  const all = [...ofLeads(cube), ...withoutImputed(cube), ...ofOpportunities(cube, 'all')];
  const { opportunities, closes } = cube.period;
  const names = new Set([...opportunities.cells, ...closes.cells].map(({ row }) => row));
  const sources = [...names].filter((name) => name !== unsourcedGroup);
  if (cube.rows !== 'channel' || !names.has(unsourcedGroup) || sources.length === 0) return all;
  const partOf = (channel: readonly string[]): Cube =>
    sliceCube(cube, { from: null, to: null, values: { channel } });
  return [
    ...all,
    ...ofOpportunities(partOf(sources), 'sourced'),
    ...ofOpportunities(partOf([unsourcedGroup]), 'unsourced'),
  ];
};
