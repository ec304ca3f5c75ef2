import { limitChoices } from '../../engine/opened.ts';
import { useSession } from '../../queries/session.ts';
import { SelectField } from '../../ui/select-field.tsx';

/** After how many days without being opened kept data is asked for again. */
export function KeepingAge() {
  const { keeping, setLimit, work } = useSession();
  return (
    <div className="actions">
      <SelectField
        label="Ask again when not opened for"
        options={limitChoices
          .toSorted((a, b) => a - b)
          .map((days) => ({ value: String(days), label: `${days} days` }))}
        selected={String(keeping.limitDays)}
        onChange={(days) => setLimit(Number(days))}
        disabled={work !== null}
      />
    </div>
  );
}
