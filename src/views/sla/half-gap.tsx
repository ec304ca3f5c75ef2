import type { GapSentence } from '../../sentences/sla/gap-words.ts';

/** A half of the table of which nothing can be known, at full height: why, and what is needed. */
export function HalfGap({
  question,
  gap,
  side,
}: {
  readonly question: string;
  readonly gap: GapSentence;
  readonly side: 'left' | 'right';
}) {
  return (
    <section className={`side side-${side}`}>
      <div>
        <p className="question">{question}</p>
        <h2>{gap.why}</h2>
      </div>
      <p className="definition side-gap">{gap.needs}</p>
    </section>
  );
}
