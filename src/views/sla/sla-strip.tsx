import type { Agreement } from '../../metrics/agreement.ts';
import type { DraftTerms } from '../../metrics/promise/negotiation-basis.ts';
import { day, monthAndYear, several } from '../../sentences/format.ts';

/** What is on the table, in one line: the draft, what is in force, and the history that both are replayed on. */
export function SlaStrip({
  inForce,
  signed,
  draft,
  asOf,
  weeks,
}: {
  readonly inForce: Agreement | null;
  readonly signed: Agreement | null;
  readonly draft: DraftTerms;
  readonly asOf: string;
  readonly weeks: number;
}) {
  return (
    <div className="review-strip">
      <span>
        <b>SLA between marketing and sales</b>
      </span>
      <span>
        Draft <b>v{(signed?.version ?? 0) + 1}</b>, from {monthAndYear(draft.marketing.firstMonth)}
      </span>
      <span>
        {inForce === null
          ? 'Nothing in force yet'
          : `In force: v${inForce.version} since ${day(inForce.startsOn)}`}
      </span>
      {weeks > 0 && (
        <span>
          History: {several(weeks, ['week', 'weeks'])} to {day(asOf)}
        </span>
      )}
      {inForce && <span>Review on {day(inForce.reviewOn)}</span>}
    </div>
  );
}
