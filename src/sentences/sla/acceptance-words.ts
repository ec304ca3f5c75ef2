import type {
  AcceptanceCell,
  AcceptanceRow,
  AcceptanceStage,
  AcceptanceVerdict,
} from '../../metrics/acceptance.ts';
import { several } from '../format.ts';

/** A verdict of the matrix in a cell. */
export const acceptanceNames: Readonly<Record<AcceptanceVerdict, string>> = {
  accept: 'Accept',
  nurture: 'Nurture',
  cannotTell: 'Cannot tell',
};

const stageNames: Readonly<Record<AcceptanceStage, string>> = {
  mql: 'MQL',
  sal: 'SAL',
  sql: 'SQL',
  opportunity: 'Opportunity',
};

/** The head of a column: from which stage to which. */
export const stepName = ({ from, to }: Pick<AcceptanceCell, 'from' | 'to'>): string =>
  `${stageNames[from]} to ${stageNames[to]}`;

const named = (rows: readonly AcceptanceRow[]): string => {
  const names = rows.map(({ segment }) => segment);
  return names.length <= 3
    ? new Intl.ListFormat('en-GB').format(names)
    : several(names.length, ['segment', 'segments']);
};

/** The answer to "what do we both mean?": which segments sales takes as soon as they are handed over. */
export const acceptanceAnswer = (rows: readonly AcceptanceRow[]): string => {
  const first = (verdict: AcceptanceVerdict): readonly AcceptanceRow[] =>
    rows.filter(({ cells }) => cells[0]?.verdict === verdict);
  const [taken, left] = [first('accept'), first('nurture')];
  const to = rows[0]?.cells[0]?.to;
  if (to === undefined) return 'Which leads sales accepts is not recorded';
  const stage = stageNames[to];
  if (taken.length === 0 && left.length === 0)
    return `Whether most leads of a segment become ${stage} cannot be told yet`;
  if (left.length === 0) return `Most MQLs of ${named(taken)} become ${stage}`;
  if (taken.length === 0) return `Most MQLs of ${named(left)} do not become ${stage}`;
  return `Most MQLs of ${named(taken)} become ${stage}, most of ${named(left)} do not`;
};

/** Definition, unit and window of the matrix. */
export const acceptanceDefinition = (l2oDays: number | null): string =>
  l2oDays === null
    ? 'Leads that came to a stage and to the next one. No window is known, so no lead counts as old enough.'
    : `Of the leads that came to a stage, those that came to the next one or beyond, of MQLs at least ${several(l2oDays, ['day', 'days'])} old. Accept and nurture: the 95% interval leaves one half out.`;
