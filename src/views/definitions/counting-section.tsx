import type { DefinitionSet } from '../../domain/definition-set.ts';
import type { Windows } from '../../domain/definitions.ts';
import { stageName } from '../../sentences/definitions/stage-name.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { SelectField } from '../../ui/select-field.tsx';

interface SectionProps {
  readonly draft: DefinitionSet;
  readonly onChange: (draft: DefinitionSet) => void;
}

const anchorOptions = [
  { value: 'data', label: 'MQL where named, else creation' },
  { value: 'mql', label: 'MQL' },
  { value: 'created', label: 'Creation of the lead' },
] as const;

const windowNames: readonly (readonly [keyof Windows, string])[] = [
  ['l2oDays', 'Lead to opportunity'],
  ['o2dDays', 'Opportunity to deal'],
  ['l2dDays', 'Lead to deal'],
];

/** Days a window begins with once it is fixed. */
const usualWindow = 90;
const mostDays = 1095;

/** From when it is counted, for how long, and what starts anew. */
export function CountingSection({ draft, onChange }: SectionProps) {
  const { windows } = draft;
  const setWindow = (part: keyof Windows, days: number | null): void =>
    onChange({ ...draft, windows: { ...windows, [part]: days } });
  return (
    <>
      <SelectField
        label="Clock starts at"
        options={anchorOptions}
        selected={draft.anchor ?? 'data'}
        onChange={(anchor) => onChange({ ...draft, anchor: anchor === 'data' ? null : anchor })}
      />
      {windowNames.map(([part, name]) => (
        <div key={part} className="condition">
          <CheckField
            label={`${name}: window fixed`}
            selected={windows[part] !== null}
            onChange={(isFixed) => setWindow(part, isFixed ? usualWindow : null)}
          />
          {windows[part] === null ? (
            <p className="note">Derived from the data: the shortest usual one in which 80% convert.</p>
          ) : (
            <NumberInput
              label={`${name}: window`}
              unit="days"
              value={windows[part]}
              min={1}
              max={mostDays}
              onChange={(days) => setWindow(part, days)}
            />
          )}
        </div>
      ))}
      <NumberInput
        label="New lead when closed for"
        unit="days"
        value={draft.reentryDays}
        min={1}
        max={mostDays}
        onChange={(reentryDays) => onChange({ ...draft, reentryDays })}
      />
      <NumberInput
        label="Opportunity before lead"
        unit="days"
        value={draft.backdateDays}
        min={0}
        max={365}
        onChange={(backdateDays) => onChange({ ...draft, backdateDays })}
      />
      <NumberInput
        label="Match by account"
        unit="days"
        value={draft.accountMatchDays}
        min={0}
        max={mostDays}
        onChange={(accountMatchDays) => onChange({ ...draft, accountMatchDays })}
      />
    </>
  );
}

/** When a lead is handed over, and the limits beside the promise of sales. */
export function LimitsSection({ draft, onChange }: SectionProps) {
  const { sla } = draft;
  const handovers = [
    { value: 'mql', label: stageName('mql', draft.words) },
    { value: 'sal', label: stageName('sal', draft.words) },
  ] as const;
  const set = (terms: Partial<DefinitionSet['sla']>): void =>
    onChange({ ...draft, sla: { ...sla, ...terms } });
  return (
    <>
      <SelectField
        label="Handed over at"
        options={handovers}
        selected={draft.handoverSource}
        onChange={(handoverSource) => onChange({ ...draft, handoverSource })}
      />
      <NumberInput
        label="Qualified within"
        unit="days"
        value={sla.qualificationLimitDays}
        min={0}
        max={365}
        onChange={(qualificationLimitDays) => set({ qualificationLimitDays })}
      />
      <NumberInput
        label="Neglected after"
        unit="days"
        value={sla.neglectedDays}
        min={0}
        max={365}
        onChange={(neglectedDays) => set({ neglectedDays })}
      />
      <NumberInput
        label="Open leads a person, at most"
        value={sla.repCap}
        min={1}
        max={100_000}
        onChange={(repCap) => set({ repCap })}
      />
    </>
  );
}
