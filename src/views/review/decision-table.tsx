import { Sparkline } from '../../charts/sparkline.tsx';
import { Triangle } from '../../charts/triangle.tsx';
import type { Decision } from '../../domain/decision.ts';
import type { DecisionReview } from '../../metrics/review/decision-review.ts';
import { day } from '../../sentences/format.ts';
import {
  decisionBasis,
  decisionMeasured,
  decisionMeasureNames,
  decisionStateWords,
  decisionVerdict,
  measuredValue,
} from '../../sentences/review/decision-answer.ts';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { DecisionForm } from './decision-form.tsx';

interface DecisionTableProps {
  readonly reviews: readonly DecisionReview[];
  readonly currency: string | null;
  readonly onSave: (decision: Decision) => void;
  readonly onRemove: (id: string) => void;
}

/** Every decision with its owner, its day, ten weeks of its number, and what was measured before and after. */
export function DecisionTable({ reviews, currency, onSave, onRemove }: DecisionTableProps) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">Decision</th>
          <th scope="col">Owner</th>
          <th scope="col">Since</th>
          <th scope="col">Ten weeks</th>
          <th scope="col">Measured</th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {reviews.map((review) => (
          <DecisionRow
            key={review.decision.id}
            review={review}
            currency={currency}
            onSave={onSave}
            onRemove={() => onRemove(review.decision.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface DecisionRowProps {
  readonly review: DecisionReview;
  readonly currency: string | null;
  readonly onSave: (decision: Decision) => void;
  readonly onRemove: () => void;
}

function DecisionRow({ review, currency, onSave, onRemove }: DecisionRowProps) {
  const { decision, effect } = review;
  const { text, owner, decidedOn, state } = decision;
  const verdict = decisionVerdict(review);
  const isOpen = state === 'open';
  const toggle = isOpen ? 'Mark done' : 'Open again';
  return (
    <tr>
      <th scope="row" className="full written">
        {text}
        <div className="row-actions">
          <FormDialog action="Edit" label={`Edit “${text}”`}>
            {(close) => (
              <DecisionForm
                start={decision}
                onSave={(changed) => {
                  onSave(changed);
                  close();
                }}
                onRemove={() => {
                  close();
                  onRemove();
                }}
              />
            )}
          </FormDialog>
          <Button
            variant="link"
            label={`${toggle}: “${text}”`}
            onPress={() => onSave({ ...decision, state: isOpen ? 'done' : 'open' })}
          >
            {toggle}
          </Button>
        </div>
      </th>
      <td className="written" data-label="Owner">
        {owner ?? '–'}
      </td>
      <td data-label="Since">
        <span className="nowrap">{day(decidedOn)}</span>
        <div className="sample">{decisionStateWords(review)}</div>
      </td>
      <td className="full" data-label="Ten weeks">
        <DecisionSpark review={review} currency={currency} />
      </td>
      <td className="full" data-label="Measured">
        <Measured review={review} currency={currency} />
      </td>
      <td className="full" data-label="Verdict">
        {effect?.verdict === 'signal' && effect.direction !== 'none' ? (
          <span className="nowrap">
            <Triangle direction={effect.direction} /> <b>{verdict}</b>
          </span>
        ) : (
          <span className="quiet">{verdict}</span>
        )}
      </td>
    </tr>
  );
}

interface MeasuredProps {
  readonly review: DecisionReview;
  readonly currency: string | null;
}

function Measured({ review, currency }: MeasuredProps) {
  const basis = decisionBasis(review);
  return (
    <div>
      <span>{decisionMeasured(review, currency)}</span>
      <div className="sample">
        {decisionMeasureNames[review.decision.measure]}
        {basis !== null && `: ${basis}`}
      </div>
    </div>
  );
}

function DecisionSpark({ review: { decision, line }, currency }: MeasuredProps) {
  if (line === null) return null;
  const values = line.values.filter((value) => value !== null);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return null;
  const words = (value: number): string => measuredValue(decision.measure, value, currency);
  return (
    <Sparkline
      values={line.values}
      marksAt={[line.markAt]}
      label={`${decisionMeasureNames[decision.measure]}, ten weeks from ${day(line.from)}: ${words(first)} to ${words(last)}`}
    />
  );
}
