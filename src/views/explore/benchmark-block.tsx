import { useMemo, useState } from 'react';
import { addDays } from '../../domain/local-date.ts';
import { besideBenchmark } from '../../metrics/benchmarks/beside.ts';
import type { OurCounting } from '../../metrics/benchmarks/comparability.ts';
import { passports } from '../../metrics/benchmarks/passports.ts';
import { settling } from '../../metrics/cube/settling.ts';
import {
  benchmarkAnswer,
  cautionWords,
  noVerdictWords,
  refusalWords,
} from '../../sentences/explore/benchmark-words.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { ViewChange } from '../view-state.ts';
import { BenchmarkTable } from './benchmark-table.tsx';
import type { ExploreModel } from './explore-model.ts';
import { PassportDetails } from './passport-details.tsx';

interface BenchmarkBlockProps {
  readonly model: ExploreModel;
  readonly onChange: (change: ViewChange) => void;
}

const studies = passports.map(({ id, publisher, year }) => ({ value: id, label: `${publisher}, ${year}` }));

/** What others have published, with its passport; ours beside it only where the same is counted. */
export function BenchmarkBlock({ model, onChange }: BenchmarkBlockProps) {
  const [chosen, setChosen] = useState(passports[0].id);
  const { analysis, slice, filter, basis, byChannel } = model;
  const settled = useMemo(
    () => ({ l2o: settling(slice, 'l2o'), o2d: settling(slice, 'o2d'), l2d: settling(slice, 'l2d') }),
    [slice],
  );
  const ours: OurCounting = {
    anchor: analysis.definitions.anchor,
    basis,
    isFiltered: Object.values(filter.values).some((values) => values.length > 0),
    notMeasurable: byChannel.notMeasurable,
    seen: { l2o: settled.l2o.seen, o2d: settled.o2d.seen, l2d: settled.l2d.seen },
  };
  const beside = besideBenchmark(passports.find(({ id }) => id === chosen) ?? passports[0], byChannel, ours);
  const { passport } = beside;
  const countAsThere = (): void =>
    onChange({
      anchor: 'created',
      basis: 'toDate',
      channel: undefined,
      segment: undefined,
      to: addDays(analysis.definitions.asOf, -Math.max(settled.l2o.ageDays ?? 0, settled.o2d.ageDays ?? 0)),
    });
  return (
    <Block
      span={12}
      question="What have others published?"
      answer={benchmarkAnswer(beside)}
      definition={`${passport.publisher}: “${passport.title}”, ${passport.year}. ${passport.sample[0]?.toUpperCase()}${passport.sample.slice(1)}. ${noVerdictWords}`}
      foot={<PassportDetails passport={passport} />}
    >
      <div className="controls">
        <SelectField label="Published by" options={studies} selected={passport.id} onChange={setChosen} />
        {beside.canBeMade && (
          <Button variant="ghost" onPress={countAsThere}>
            Count this page as the study does
          </Button>
        )}
      </div>
      <dl className="definition-list refusals">
        {beside.steps
          .filter(({ differences }) => differences.length > 0)
          .map((judged) => (
            <div key={judged.step.id}>
              <dt>{judged.step.label}</dt>
              <dd>{refusalWords(judged, ours)}</dd>
            </div>
          ))}
      </dl>
      <BenchmarkTable beside={beside} />
      <p className="note">{cautionWords}</p>
    </Block>
  );
}
