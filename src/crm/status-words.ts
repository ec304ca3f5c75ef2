import type { StatusMeaning } from '../domain/stage.ts';

const swedish: Readonly<Record<string, StatusMeaning>> = {
  ny: 'none',
  öppen: 'none',
  kontaktad: 'none',
  konverterad: 'none',
  marknadskvalificerad: 'mql',
  säljkvalificerad: 'sql',
  kvalificerad: 'sql',
  diskvalificerad: 'disqualified',
  okvalificerad: 'disqualified',
  'ej kvalificerad': 'disqualified',
  'inte kvalificerad': 'disqualified',
  skräppost: 'spam',
};

const spanish: Readonly<Record<string, StatusMeaning>> = {
  nuevo: 'none',
  abierto: 'none',
  contactado: 'none',
  convertido: 'none',
  calificado: 'sql',
  cualificado: 'sql',
  descalificado: 'disqualified',
  'no calificado': 'disqualified',
  'no cualificado': 'disqualified',
};

const polish: Readonly<Record<string, StatusMeaning>> = {
  nowy: 'none',
  otwarty: 'none',
  skontaktowano: 'none',
  przekonwertowany: 'none',
  zakwalifikowany: 'sql',
  niezakwalifikowany: 'disqualified',
  zdyskwalifikowany: 'disqualified',
};

const german: Readonly<Record<string, StatusMeaning>> = {
  neu: 'none',
  offen: 'none',
  kontaktiert: 'none',
  konvertiert: 'none',
  qualifiziert: 'sql',
  disqualifiziert: 'disqualified',
  unqualifiziert: 'disqualified',
  'nicht qualifiziert': 'disqualified',
};

const french: Readonly<Record<string, StatusMeaning>> = {
  nouveau: 'none',
  nouvelle: 'none',
  ouvert: 'none',
  contacté: 'none',
  converti: 'none',
  qualifié: 'sql',
  disqualifié: 'disqualified',
  'non qualifié': 'disqualified',
};

/** Status words whose meaning needs no asking. Anything else is listed as unknown and counts as a status without a stage. */
export const statusWords: Readonly<Record<string, StatusMeaning>> = {
  new: 'none',
  open: 'none',
  'open - not contacted': 'none',
  working: 'none',
  'working - contacted': 'none',
  contacted: 'none',
  converted: 'none',
  'closed - converted': 'none',
  mql: 'mql',
  'marketing qualified': 'mql',
  'marketing qualified lead': 'mql',
  'marketing-qualified': 'mql',
  sal: 'sal',
  accepted: 'sal',
  'sales accepted': 'sal',
  'sales accepted lead': 'sal',
  sql: 'sql',
  qualified: 'sql',
  'sales qualified': 'sql',
  'sales qualified lead': 'sql',
  nurture: 'recycled',
  nurturing: 'recycled',
  recycled: 'recycled',
  recycle: 'recycled',
  disqualified: 'disqualified',
  unqualified: 'disqualified',
  'not qualified': 'disqualified',
  rejected: 'disqualified',
  'closed - not converted': 'disqualified',
  spam: 'spam',
  junk: 'spam',
  test: 'test',
  ...swedish,
  ...spanish,
  ...polish,
  ...german,
  ...french,
};
