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
      <FileButton accept={['.json']} onFile={(file) => void compare(file)}>
        Compare with a snapshot of an earlier week
      </FileButton>
    </p>
  );
  if (compared === null) return <div className="span-12">{choose}</div>;
  const question = 'What did we say, and what is it now?';
  if ('problem' in compared)
    return (
      <Block
        span={12}
        question={question}
        answer="This file cannot be compared"
        definition={compared.problem}
      >
        {choose}
      </Block>
    );
  const { title, l2o, o2d } = compared;
  return (
    <Block
      span={12}
      question={`${question} ${title}`}
      answer={l2o.answer}
      definition={`${l2o.label}. ${l2o.definition}`}
    >
      {l2o.newWeeks !== null && <p>{l2o.newWeeks}</p>}
      <p>
        <b>{o2d.label}.</b> {o2d.answer} {o2d.newWeeks}
      </p>
      <p className="note">{o2d.definition}</p>
      {choose}
    </Block>
  );
}
