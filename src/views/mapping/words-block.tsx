import type { StatusMeaning } from '../../domain/stage.ts';
import { withGroup, withOutcome, withStatus } from '../../crm/amend-format.ts';
import type { CrmFormat, Outcome } from '../../crm/crm-format.ts';
import { valueKey } from '../../crm/value-key.ts';
import type { Vocabulary, VocabularyRole, Word } from '../../ingest/vocabulary.ts';
import { count, several } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { NameField } from '../../ui/name-field.tsx';
import type { Option } from '../../ui/option.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { alikeWords } from './alike-words.ts';

const stages: readonly Option<StatusMeaning>[] = [
  { value: 'none', label: 'no stage of its own' },
  { value: 'mql', label: 'MQL' },
  { value: 'sal', label: 'accepted by sales' },
  { value: 'sql', label: 'sales-qualified' },
  { value: 'recycled', label: 'recycled, back to nurture' },
  { value: 'disqualified', label: 'disqualified' },
  { value: 'spam', label: 'spam, left out' },
  { value: 'test', label: 'a test, left out' },
];

const outcomes: readonly Option<Outcome>[] = [
  { value: 'open', label: 'open' },
  { value: 'won', label: 'won' },
  { value: 'lost', label: 'lost' },
];

const questions: Readonly<Record<VocabularyRole, string>> = {
  status: 'What does each lead status mean?',
  outcome: 'Which stages of an opportunity are won, which lost?',
  channel: 'Which sources are one channel?',
  segment: 'Which values are one segment?',
};

const unknownWords: Readonly<Record<VocabularyRole, readonly [string, string]>> = {
  status: ['status has no meaning yet', 'statuses have no meaning yet'],
  outcome: ['stage is neither won nor lost', 'stages are neither won nor lost'],
  channel: ['source keeps its own name', 'sources keep their own names'],
  segment: ['value keeps its own name', 'values keep their own names'],
};

const shownWords = 200;

/** The company's own words for one thing, the most used first, and what each is taken for. */
export function WordsBlock({
  vocabulary,
  format,
  onChange,
}: {
  readonly vocabulary: Vocabulary;
  readonly format: CrmFormat;
  readonly onChange: (format: CrmFormat) => void;
}) {
  const { role, words, columns } = vocabulary;
  const meaningOf = meaningIn(format, role);
  const meanings = words.map((word) => meaningOf(word));
  const unknown = meanings.filter((meaning) => meaning === null).length;
  const alike = role === 'channel' || role === 'segment' ? alikeWords(words.map(({ value }) => value)) : [];
  const names = namesIn(format, role, words);
  const change = (word: Word, meaning: string): void => onChange(changed(format, role, word.value, meaning));
  const merge = (): void =>
    onChange(
      alike.reduce((merged, { values, name }) => {
        return values.reduce((one, value) => changed(one, role, value, name), merged);
      }, format),
    );
  return (
    <Block
      span={6}
      question={questions[role]}
      answer={
        unknown === 0
          ? `All ${several(words.length, ['word is', 'words are'])} known`
          : several(unknown, unknownWords[role])
      }
      definition={`${several(words.length, ['value', 'values'])} of ${columns.join(', ')}`}
      foot={
        alike.length > 0 && (
          <Button variant="link" onPress={merge}>
            Bring {several(alike.length, ['name', 'names'])} together that differ in case or space alone, such
            as {alike[0]?.values.map((value) => `“${value}”`).join(' and ')}
          </Button>
        )
      }
    >
      <section className="table-scroll" aria-label={questions[role]} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">As written</th>
              <th scope="col" className="right">
                Records
              </th>
              <th scope="col">{role === 'channel' || role === 'segment' ? 'Counted as' : 'Means'}</th>
            </tr>
          </thead>
          <tbody>
            {words.slice(0, shownWords).map((word, index) => (
              <tr
                key={word.value}
                className={meanings[index] === null && role === 'status' ? 'row-signal' : undefined}
              >
                <th scope="row">{word.value}</th>
                <td className="right">{count(word.count)}</td>
                <td>
                  <WordField
                    role={role}
                    word={word}
                    meaning={meanings[index] ?? null}
                    names={names}
                    onChange={change}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {words.length > shownWords && (
        <p className="note">
          The {shownWords} most used of {count(words.length)}.
        </p>
      )}
    </Block>
  );
}

function WordField({
  role,
  word,
  meaning,
  names,
  onChange,
}: {
  readonly role: VocabularyRole;
  readonly word: Word;
  readonly meaning: string | null;
  readonly names: readonly string[];
  readonly onChange: (word: Word, meaning: string) => void;
}) {
  if (role === 'channel' || role === 'segment')
    return (
      <NameField
        key={meaning ?? ''}
        label={`${word.value} is counted as`}
        names={names}
        value={meaning ?? ''}
        placeholder={word.value}
        onChange={(name) => onChange(word, name)}
      />
    );
  const options: readonly Option<string>[] = role === 'status' ? stages : outcomes;
  return (
    <SelectField
      label={`${word.value} means`}
      isLabelHidden
      options={options}
      selected={meaning}
      placeholder={role === 'status' ? 'not known' : 'neither won nor lost'}
      isSet={meaning !== null}
      onChange={(value) => onChange(word, value)}
    />
  );
}

/** What a word means under a format that may have been changed since the files were read. */
const meaningIn = (format: CrmFormat, role: VocabularyRole): ((word: Word) => string | null) => {
  switch (role) {
    case 'status': {
      const statuses = new Map<string, string>(Object.entries(format.statuses));
      return ({ value }) => statuses.get(value.trim().toLowerCase()) ?? null;
    }
    case 'outcome': {
      const said = new Map<string, string>(Object.entries(format.outcomes ?? {}));
      return ({ value, meaning }) => said.get(valueKey(value)) ?? meaning;
    }
    case 'channel':
    case 'segment': {
      const groups = new Map(Object.entries(format.groups?.[role] ?? {}));
      return ({ value }) => groups.get(valueKey(value)) ?? null;
    }
  }
};

const changed = (format: CrmFormat, role: VocabularyRole, value: string, meaning: string): CrmFormat => {
  switch (role) {
    case 'status':
      return withStatus(format, value, meaning as StatusMeaning);
    case 'outcome':
      return withOutcome(format, value, meaning as Outcome);
    case 'channel':
    case 'segment':
      return withGroup(format, role, value, meaning === '' ? null : meaning);
  }
};

const namesIn = (format: CrmFormat, role: VocabularyRole, words: readonly Word[]): readonly string[] => {
  if (role !== 'channel' && role !== 'segment') return [];
  const given = Object.values(format.groups?.[role] ?? {});
  return [...new Set([...given, ...words.map(({ value }) => value)])].toSorted((a, b) => (a < b ? -1 : 1));
};
