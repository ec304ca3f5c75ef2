import type { ReactNode } from 'react';

/** Something and its value, in words. */
export type Fact = readonly [name: string, value: ReactNode];

/** A short list of values, one a line. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
