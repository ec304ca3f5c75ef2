import { useDeferredValue, useMemo, useState } from 'react';
import { readingSubjects, type ReadingSubject } from '../../metrics/reconcile/reading.ts';
import { readings } from '../../metrics/reconcile/readings.ts';
import { readTarget, reconcile } from '../../metrics/reconcile/reconcile.ts';
import {
  apartWords,
  readingDifferences,
  readingWords,
  reconcileHeadline,
  subjectWords,
} from '../../sentences/reconcile-words.ts';
import { Block } from '../../ui/block.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { ExploreModel } from './explore-model.ts';
import { periodWords } from './words.ts';

const options: readonly { readonly value: ReadingSubject | 'any'; readonly label: string }[] = [
  { value: 'any', label: 'Anything' },
  ...readingSubjects.map((value) => ({ value, label: subjectWords[value] })),
];

/** A number that the CRM shows: which way of counting gives it, or comes closest.  */
export function ReconcileBlock({ model }: { readonly model: ExploreModel }) {
  const [text, setText] = useState('');
  const [subject, setSubject] = useState<ReadingSubject | 'any'>('any');
  const typed = useDeferredValue(text.trim());
  const target = useMemo(() => readTarget(typed), [typed]);
  const known = useMemo(() => {
    const { notMeasurable } = model.analysis;
    return readings(model.slice).filter(
      ({ subject: id }) => !(id === 'l2o' || id === 'o2d' || id === 'l2d') || notMeasurable[id] === undefined,
    );
  }, [model.slice, model.analysis]);
  const found = target === null ? null : reconcile(known, target, subject === 'any' ? null : subject);
  const listed = found === null ? [] : [...found.exact, ...found.closest];
  return (
    <Block
      span={12}
      question="Why does the CRM show another number?"
      answer={
        found !== null && target !== null
          ? reconcileHeadline(found, target, typed)
          : typed === ''
            ? 'Type the number that your CRM shows'
            : 'This is neither a count nor a percentage'
      }
      definition={`${periodWords(model.analysis, model.filter)}, with the filter above. Every way of counting that these files allow without reading them again: by which day, to date or within the window, each lead or every opportunity, with or without opportunities that no lead led to.`}
    >
      <div className="controls">
        <TextInput label="The CRM shows" value={text} placeholder="12.4 % or 1,234" onChange={setText} />
        <SelectField label="It is" options={options} selected={subject} onChange={setSubject} />
      </div>
      {listed.length > 0 && target !== null && (
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">Counted</th>
              <th scope="col">Gives</th>
              <th scope="col">Against the CRM</th>
              <th scope="col">What is counted differently from this page</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((match) => {
              const differences = readingDifferences(match.reading, model.analysis.windows);
              return (
                <tr key={JSON.stringify([match.reading.subject, match.reading.choices])}>
                  <th scope="row">{subjectWords[match.reading.subject]}</th>
                  <td className="full" data-label="Gives">
                    {readingWords(match.reading)}
                  </td>
                  <td className="full" data-label="Against it">
                    {apartWords(match, target)}
                  </td>
                  <td className="full sample" data-label="Differs">
                    {differences.length === 0
                      ? 'nothing: this is the number of this page'
                      : differences.join(' ')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Block>
  );
}
