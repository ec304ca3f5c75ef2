import { withReading } from '../../crm/amend-format.ts';
import { formatsWith } from '../../crm/registry.ts';
import type { Question } from '../../ingest/question.ts';
import { useSession, type Draft } from '../../queries/session.ts';
import { dateQuestion, decimalQuestion } from '../../sentences/question-words.ts';
import { QuestionBox } from '../../ui/question-box.tsx';

/** What the files do not tell and a person must, one box a column; an answer reads the files again. */
export function QuestionList({ draft }: { readonly draft: Draft }) {
  const { apply, work } = useSession();
  const answer = ({ format, table, column, asks }: Question, value: string): void => {
    const found = formatsWith(draft.mappings).find(({ id }) => id === format);
    if (found === undefined) return;
    const choice =
      asks === 'dates'
        ? ({ dates: value === 'day-first' ? 'day-first' : 'month-first' } as const)
        : ({ decimals: value === 'comma' ? 'comma' : 'point' } as const);
    const changed = withReading(found, table, column, choice);
    apply([...draft.mappings.filter(({ id }) => id !== format), changed]);
  };
  return draft.seen.questions.map((question) => {
    const { asks, format, table, column, written, files, example, cells, evidence } = question;
    const words =
      asks === 'dates' ? dateQuestion(example, cells, evidence) : decimalQuestion(example, cells, evidence);
    return (
      <div key={`${format} ${table} ${column} ${asks}`} className="span-12">
        <QuestionBox
          about={`Your decision: column “${written}” in ${files.join(', ')}`}
          title={words.title}
          evidence={words.evidence}
          choices={words.choices}
          onChoose={(value) => answer(question, value)}
          disabled={work !== null}
        />
      </div>
    );
  });
}
