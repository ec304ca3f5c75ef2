type Outcome = 'open' | 'won' | 'lost';

const swedish: Readonly<Record<string, Outcome>> = {
  öppen: 'open',
  vunnen: 'won',
  vunnet: 'won',
  'stängd vunnen': 'won',
  förlorad: 'lost',
  förlorat: 'lost',
  'stängd förlorad': 'lost',
};

const spanish: Readonly<Record<string, Outcome>> = {
  abierto: 'open',
  abierta: 'open',
  ganado: 'won',
  ganada: 'won',
  'cierre ganado': 'won',
  'cerrado ganado': 'won',
  'cerrada ganada': 'won',
  perdido: 'lost',
  perdida: 'lost',
  'cierre perdido': 'lost',
  'cerrado perdido': 'lost',
  'cerrada perdida': 'lost',
};

const polish: Readonly<Record<string, Outcome>> = {
  otwarty: 'open',
  otwarta: 'open',
  otwarte: 'open',
  wygrany: 'won',
  wygrana: 'won',
  wygrane: 'won',
  'zamknięte wygrane': 'won',
  przegrany: 'lost',
  przegrana: 'lost',
  przegrane: 'lost',
  'zamknięte przegrane': 'lost',
};

const german: Readonly<Record<string, Outcome>> = {
  offen: 'open',
  gewonnen: 'won',
  'geschlossen gewonnen': 'won',
  'abgeschlossen und gewonnen': 'won',
  verloren: 'lost',
  'geschlossen verloren': 'lost',
  'abgeschlossen und verloren': 'lost',
};

const french: Readonly<Record<string, Outcome>> = {
  ouvert: 'open',
  ouverte: 'open',
  gagné: 'won',
  gagnée: 'won',
  'fermé gagné': 'won',
  'fermée gagnée': 'won',
  perdu: 'lost',
  perdue: 'lost',
  'fermé perdu': 'lost',
  'fermée perdue': 'lost',
};

/** Words for the outcome of an opportunity that can mean nothing else, in every language we read. */
export const outcomeWords: Readonly<Record<string, Outcome>> = {
  open: 'open',
  won: 'won',
  'closed won': 'won',
  'closed-won': 'won',
  closedwon: 'won',
  lost: 'lost',
  'closed lost': 'lost',
  'closed-lost': 'lost',
  closedlost: 'lost',
  ...swedish,
  ...spanish,
  ...polish,
  ...german,
  ...french,
};
