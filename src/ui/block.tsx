import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** How much a block weighs on its page: the page's answer is the one `h1`. */
export type BlockLevel = 'page' | 'big' | 'normal';

/** One question and its answer as a sentence; the children are the proof. */
export interface BlockProps {
  /** Names the heading, so that a link can bring the reader and the focus there. */
  readonly id?: string;
  readonly question?: ReactNode;
  readonly answer: ReactNode;
  readonly level?: BlockLevel;
  /** Definition, unit, period and n, on one line. */
  readonly definition?: ReactNode;
  readonly children?: ReactNode;
  /** Links to the rows, the computation, the download. */
  readonly foot?: ReactNode;
  /** Columns of the twelve. */
  readonly span?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12;
  /** The rule above: ink, softer, or none. */
  readonly rule?: 'ink' | 'soft' | 'none';
}

const ruleClass = { ink: null, soft: 'block-soft', none: 'block-open' } as const;

/** A part of a page: rule, question, answer, definition, proof, links. */
export function Block(props: BlockProps) {
  const { id, question, answer, level = 'normal', definition, children, foot, span, rule = 'ink' } = props;
  const target = id === undefined ? {} : { id, tabIndex: -1 };
  return (
    <section className={classNames('block', ruleClass[rule], span && `span-${span}`)}>
      {question != null && <p className="question">{question}</p>}
      {level === 'page' && <h1 {...target}>{answer}</h1>}
      {level !== 'page' && (
        <h2 {...target} className={level === 'big' ? 'big' : undefined}>
          {answer}
        </h2>
      )}
      {definition != null && <p className="definition">{definition}</p>}
      {children}
      {foot != null && <div className="foot">{foot}</div>}
    </section>
  );
}
