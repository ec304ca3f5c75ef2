import { useState } from 'react';
import type { Cube } from '../../metrics/cube/cube.ts';
import { Block } from '../../ui/block.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import type { Compared } from './compare-snapshot-file.ts';
import type { ReviewedWeek } from './take-along-file.ts';

/** What did we say, and what is it now? A snapshot of an earlier week against this one. */
export function CompareSnapshot({
  week,
  recount,
}: {
  readonly week: ReviewedWeek;
  readonly recount: (asOf: string) => Promise<Cube | null>;
}) {
  const [compared, setCompared] = useState<Compared | null>(null);
  const compare = async (file: File): Promise<void> => {
    try {
      const { compareSnapshotFile } = await import('./compare-snapshot-file.ts');
      setCompared(await compareSnapshotFile(file, week, recount));
    } catch (error) {
      setCompared({ problem: error instanceof Error ? error.message : String(error) });
    }
  };
  const choose = (
    <p className="note">
      <FileButton
        label="Compare with a snapshot of an earlier week"
        accept={['.json']}
        onFile={(file) => void compare(file)}
      />
    </p>
  );
  if (compared === null) return <div className="span-12">{choose}</div>;
  return (
    <Block
      span={12}
      question="What did we say, and what is it now?"
      answer={'problem' in compared ? 'This file cannot be compared' : compared.title}
      definition={
        'problem' in compared
          ? compared.problem
          : 'The same weeks, split by what matured and what was entered late; then the weeks since, at the same age.'
      }
    >
      {'joints' in compared &&
        compared.joints.map(({ joint, label, answer, definition, newWeeks }) => (
          <p className="note" key={joint}>
            <b>{label}.</b> {answer} {newWeeks} {definition}
          </p>
        ))}
      {choose}
    </Block>
  );
}
