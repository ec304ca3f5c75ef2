import { useState, type FormEvent } from 'react';
import type { DefinitionSet } from '../../domain/definition-set.ts';
import { definitionName } from '../../sentences/definition-label.ts';
import { day } from '../../sentences/format.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Signature } from './draft-edits.ts';

interface SaveFormProps {
  readonly draft: DefinitionSet;
  readonly asOf: string;
  readonly versions: readonly DefinitionSet[];
  readonly isKept: boolean;
  readonly onSave: (signature: Signature) => void;
  readonly onDiscard: () => void;
}

const keptWords = 'Kept on this computer with the data, in this browser only.';
const inMemoryWords =
  'In memory only: gone when this page closes, unless it is saved as a file below, or your data is kept on the Data page.';

/** What a version that is to be saved does to the others and to the numbers on screen. */
const consequences = (validFrom: string, asOf: string, versions: readonly DefinitionSet[]): string => {
  const replaced = versions.filter((version) => version.validFrom >= validFrom);
  const names = replaced.map(definitionName).join(', ');
  const isFirst = replaced.length === versions.length;
  return [
    ...(isFirst ? ['It is the first version, so earlier days are counted by it too.'] : []),
    ...(!isFirst && validFrom > asOf
      ? [`The data ends on ${day(asOf)}: the numbers change only once it reaches that day.`]
      : []),
    ...(replaced.length === 0 ? [] : [`It takes the place of ${names}.`]),
  ].join(' ');
};

/** Saves the draft as a new version: a name, who answers for it, and from when. */
export function SaveForm({ draft, asOf, versions, isKept, onSave, onDiscard }: SaveFormProps) {
  const [name, setName] = useState(versions.length === 0 ? 'Agreed' : draft.name);
  const [owner, setOwner] = useState(draft.owner ?? '');
  const [validFrom, setValidFrom] = useState(asOf);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    onSave({ name, owner, validFrom });
  };
  return (
    <form className="form draft-form" onSubmit={save}>
      <TextField label="Name of the version" value={name} onChange={setName} most={80} />
      <TextField label="Owner" value={owner} onChange={setOwner} most={80} />
      <DateInput
        label="In force from"
        value={validFrom}
        onChange={(chosen) => setValidFrom(chosen ?? asOf)}
      />
      <p className="note">{consequences(validFrom, asOf, versions)}</p>
      <div className="form-actions">
        <Button type="submit">Save the version</Button>
        <Button variant="link" onPress={onDiscard}>
          Discard the draft
        </Button>
      </div>
      <p className="note">{isKept ? keptWords : inMemoryWords}</p>
    </form>
  );
}
