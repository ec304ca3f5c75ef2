import type { ReactNode } from 'react';
import type { Passport } from '../../metrics/benchmarks/passport.ts';
import { sourceWords } from '../../sentences/explore/benchmark-words.ts';
import { Disclosure } from '../../ui/disclosure.tsx';

/** All that is known of a benchmark: what it counts, of whom, when, from where each figure is, and what is not known. */
export function PassportDetails({ passport }: { readonly passport: Passport }) {
  return (
    <Disclosure summary="Passport of these figures">
      <dl className="definition-list">
        <Pair term="Data of">{passport.studied}</Pair>
        {passport.steps.map(({ id, label, numerator, denominator }) => (
          <Pair key={id} term={label}>
            Above the line: {numerator}. Below it: {denominator}.
          </Pair>
        ))}
        <Pair term="Also said">{passport.notes.join(' ')}</Pair>
        <Pair term="Not said">{`${passport.notSaid.join('; ')}.`}</Pair>
        <Pair term="Other labels">{passport.relabelled.join(' ')}</Pair>
        {passport.sources.map(({ id, name }) => (
          <Pair key={id} term="Source">
            {name}: {sourceWords(passport, id)}.
          </Pair>
        ))}
      </dl>
    </Disclosure>
  );
}

function Pair({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
