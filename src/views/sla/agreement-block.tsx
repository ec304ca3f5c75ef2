import { useEffect, useMemo, useState } from 'react';
import { changedSinceSigned, signAgreement } from '../../engine/agreement-seal.ts';
import { addDays } from '../../domain/local-date.ts';
import type { Agreement, AgreementLanguage } from '../../metrics/agreement.ts';
import { agreementDiff } from '../../metrics/agreement-diff.ts';
import { useAgreed } from '../../queries/agreed.ts';
import { agreementChanges } from '../../sentences/agreement/agreement-changes.ts';
import { agreementText } from '../../sentences/agreement/agreement-text.ts';
import { agreeAnswer, agreeDefinition, changedWords } from '../../sentences/sla/agree-answer.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TickField } from '../../ui/tick-field.tsx';
import {
  draftOf,
  noSigningChoices,
  notSignable,
  noTicks,
  ticksOn,
  type NegotiatedTerms,
} from './agreement-draft.ts';
import { AgreedFile } from './agreed-file.tsx';
import { AgreementSheet } from './agreement-sheet.tsx';
import { AgreementTools } from './agreement-tools.tsx';
import { ChangesTable } from './changes-table.tsx';
import { SignedVersions } from './signed-versions.tsx';

const languageNames: readonly { readonly value: AgreementLanguage; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'sv', label: 'Svenska' },
  { value: 'es', label: 'Español' },
  { value: 'pl', label: 'Polski' },
];

const keptWords = 'Kept on this computer with the data, in this browser only.';
const inMemoryWords =
  'In memory only: gone when this page closes, unless your data is kept on the Data page. Save the text.';

interface AgreementBlockProps {
  /** What stands in the halves above. */
  readonly negotiated: NegotiatedTerms;
  /** The local day on which it would be signed. */
  readonly today: string;
  /** The first day of the data: nothing can be measured before it. */
  readonly earliest: string;
}

const useChangedVersions = (agreements: readonly Agreement[]): readonly number[] => {
  const [changed, setChanged] = useState<readonly number[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const check = async (): Promise<void> => {
      const versions = await changedSinceSigned(agreements);
      if (isCurrent) setChanged(versions);
    };
    void check();
    return () => {
      isCurrent = false;
    };
  }, [agreements]);
  return changed;
};

/** What do both sides sign? The text in a language, a tick of each side, and every version signed so far. */
export function AgreementBlock({ negotiated, today, earliest }: AgreementBlockProps) {
  const { record, change, isKept } = useAgreed();
  const [choices, setChoices] = useState(noSigningChoices);
  const [ticked, setTicked] = useState(noTicks);
  const [read, setRead] = useState<Agreement | null>(null);
  const { agreements } = record;
  const last = agreements.at(-1) ?? null;
  const draft = useMemo(
    () => draftOf(negotiated, choices, agreements, today),
    [negotiated, choices, agreements, today],
  );
  const diff = useMemo(() => (last === null ? null : agreementDiff(last, draft)), [last, draft]);
  const changed = useChangedVersions(agreements);
  const ticks = ticksOn(ticked, draft);
  const problem = notSignable(draft, ticks);
  const before = read === null ? last : agreements[agreements.indexOf(read) - 1];
  const shown = read ?? draft;
  const text = useMemo(
    () => agreementText(shown, read?.hash ?? null, choices.language),
    [shown, read, choices.language],
  );
  const changes =
    before == null ? null : agreementChanges(agreementDiff(before, shown), shown.version, choices.language);

  const sign = async (): Promise<void> => {
    const agreement = await signAgreement(draft);
    change({ ...record, agreements: [...agreements, agreement] });
    setRead(agreement);
  };
  return (
    <Block
      span={12}
      level="big"
      question="What do both sides sign?"
      answer={agreeAnswer(draft, last, diff)}
      definition={agreeDefinition}
    >
      <div className="grid inner-grid">
        <div className="sign span-4">
          <SelectField
            label="Language of the text"
            options={languageNames}
            selected={choices.language}
            onChange={(language) => setChoices({ ...choices, language })}
          />
          <DateInput
            label="In force from"
            value={draft.startsOn}
            min={earliest}
            onChange={(startsOn) => setChoices({ ...choices, startsOn })}
          />
          <DateInput
            label="Review on"
            value={draft.reviewOn}
            min={addDays(draft.startsOn, 1)}
            onChange={(reviewOn) => setChoices({ ...choices, reviewOn })}
          />
          <TickField isTicked={ticks.marketing} onChange={(marketing) => setTicked({ ...ticks, marketing })}>
            Marketing agrees to this text
          </TickField>
          <TickField isTicked={ticks.sales} onChange={(sales) => setTicked({ ...ticks, sales })}>
            Sales agrees to this text
          </TickField>
          <div className="form-actions">
            <Button disabled={problem !== null} onPress={() => void sign()}>
              Sign as version {draft.version}
            </Button>
          </div>
          <output className="note">{problem ?? 'Both sides have ticked this text.'}</output>
          {agreements.length > 0 && (
            <>
              <h3>Signed so far</h3>
              <SignedVersions agreements={agreements} language={choices.language} onRead={setRead} />
              {read !== null && (
                <Button variant="link" onPress={() => setRead(null)}>
                  Read the draft again
                </Button>
              )}
              <p className="note">{isKept ? keptWords : inMemoryWords}</p>
            </>
          )}
          <AgreedFile record={record} onChange={change} />
          {changed.length > 0 && (
            <p className="note" role="alert">
              {changedWords(changed)}
            </p>
          )}
        </div>
        <div className="span-8">
          {changes !== null && <ChangesTable changes={changes} />}
          <AgreementSheet text={text} />
          <AgreementTools text={text} changes={changes} version={shown.version} />
        </div>
      </div>
    </Block>
  );
}
