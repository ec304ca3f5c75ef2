import type { ImportAbout } from '../../engine/data-import.ts';
import { useSession, type OpenData } from '../../queries/session.ts';
import { several } from '../../sentences/format.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceButton } from '../../ui/choice-button.tsx';
import { fileWords, knownWords, loadedRecords } from './import-words.ts';

const recordWords = (imports: readonly ImportAbout[]): string =>
  several(
    imports.reduce((sum, one) => sum + loadedRecords(one), 0),
    ['record', 'records'],
  );

/** Days of two time zones cannot stand beside each other. */
const zonesDiffer = (data: OpenData, arrival: ImportAbout): boolean =>
  data.facts.reportTimeZone !== arrival.facts.reportTimeZone;

/** Files were read while other data is open: does the export join it, or take its place? Nothing is chosen beforehand. */
export function ArrivalQuestion({
  data,
  arrival,
}: {
  readonly data: OpenData;
  readonly arrival: ImportAbout;
}) {
  const { settle, keeping, work } = useSession();
  const here = `${recordWords(data.imports)} of ${several(data.imports.length, ['export', 'exports'])}`;
  const arriving = recordWords([arrival]);
  const isKept = keeping.isShown && !keeping.isElsewhere;
  return (
    <section className="question-box span-12" aria-labelledby="arrival-title">
      <div>
        <p className="question question-box-title">Waits for you</p>
        <h2 id="arrival-title">Does this export join what is here, or take its place?</h2>
        <p className="definition">
          {fileWords(arrival)}: {arriving}, known on {knownWords(arrival)}. Here: {here}, known on{' '}
          {data.imports.map(knownWords).join('; ')}.
          {zonesDiffer(data, arrival) &&
            ` Its days are those of ${arrival.facts.reportTimeZone}, the days here those of ${data.facts.reportTimeZone}: it can only take their place.`}
        </p>
      </div>
      <div className="choices">
        <ChoiceButton
          title="Add to what is here"
          consequence={`${here} stay and ${arriving} come in. Where both name a record, the newer export counts.${isKept ? ' It is kept as well.' : ''}`}
          disabled={work !== null || zonesDiffer(data, arrival)}
          onPress={() => settle('add')}
        />
        <ChoiceButton
          title="Replace it"
          consequence={`${arriving} alone; ${here} leave the page.${isKept ? ' What is kept stays until you keep this instead.' : ''}`}
          disabled={work !== null}
          onPress={() => settle('replace')}
        />
        <Button variant="link" onPress={() => settle('leave')}>
          Leave everything as it is
        </Button>
      </div>
    </section>
  );
}
