import { useQuery } from '@tanstack/react-query';
import type { Choices } from '../../engine/analysis.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { recordsQuery } from '../../queries/records-query.ts';
import { count, day, percent } from '../../sentences/format.ts';
import type { AnswerOf } from '../../sql/question.ts';
import type { recordsBehind } from '../../sql/questions/records-behind.ts';
import { Drawer } from '../../ui/drawer.tsx';
import { recordsShown, type OpenRecords } from './open-records.ts';

type RecordRow = AnswerOf<ReturnType<typeof recordsBehind>>[number];

interface RecordDrawerProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
  readonly open: OpenRecords;
  readonly onClose: () => void;
}

const outcomeWords: Readonly<Record<string, string>> = {
  opportunity: 'Opportunity',
  disqualified: 'Disqualified',
  open: 'Open',
  recycled: 'Open, in nurture',
  won: 'Won',
  lost: 'Lost',
};

const flagWords: Readonly<Record<string, string>> = {
  imputed_mql: 'skipped the MQL stage; the next stage stands in',
  mql_adjusted: 'MQL dated after a later stage, moved back',
  recycled: 'went through nurture',
  reopened: 'was disqualified and came back',
  clamped: 'opportunity dated the day before the lead',
  close_before_create: 'closed before it was created',
  future_close: 'closing date after the export',
};

const why = (row: RecordRow, windowDays: number | null): string => {
  const days =
    row.days === null ? 'an unknown number of days' : `${count(row.days)} ${row.days === 1 ? 'day' : 'days'}`;
  const since = row.start_date === null ? '' : `From ${day(row.start_date)}`;
  const end = row.event_date === null ? `, ${days} so far` : ` to ${day(row.event_date)}, ${days}`;
  const rule =
    row.counts === 'yes'
      ? 'counts as converted'
      : row.counts === 'later'
        ? `converted after the window of ${count(windowDays ?? 0)} days`
        : 'does not count as converted';
  return `${since}${end}: ${rule}.`;
};

/** The records a number was made of, converted ones first, each with the rule that put it there. */
export function RecordDrawer({ workspace, dataId, choices, open, onClose }: RecordDrawerProps) {
  const { data, error } = useQuery(recordsQuery(workspace, dataId, choices, open.request));
  const { rate, request } = open;
  const interval =
    rate.low === null || rate.high === null
      ? ''
      : `, 95 % interval ${percent(rate.low)} to ${percent(rate.high)}`;
  return (
    <Drawer heading={`${count(rate.k)} of ${count(rate.n)}`} kicker={open.name} onClose={onClose}>
      <p className="definition">
        {rate.rate === null ? 'Too few for a rate' : percent(rate.rate)}
        {interval}. {rate.n > recordsShown ? `The first ${recordsShown} of ${count(rate.n)} records.` : ''}
      </p>
      {error !== null && <p role="alert">The records could not be listed: {error.message}</p>}
      {data === undefined && error === null && <p className="quiet">Looking them up…</p>}
      <ul className="records">
        {data?.map((row) => (
          <li className="record" key={row.id}>
            <p className="record-head">
              <span className="mono">{row.crm_id}</span>
              <span>{outcomeWords[row.outcome] ?? row.outcome}</span>
            </p>
            <p className="record-why">
              {why(row, request.windowDays)} {row.channel}, {row.segment}.
              {row.flags.length > 0 &&
                ` Note: ${row.flags.map((flag) => flagWords[flag] ?? flag).join('; ')}.`}
            </p>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
