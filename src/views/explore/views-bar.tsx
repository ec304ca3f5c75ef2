import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { changeTo, type GroupNames, type ViewChange, type ViewState } from '../view-state.ts';
import { forgetView, groupsMark, openedView, savedViews, saveView } from './saved-views.ts';
import { arrivedAt, newTimeline } from './view-timeline.ts';

interface ViewsBarProps {
  readonly state: ViewState;
  readonly names: GroupNames;
  readonly onChange: (change: ViewChange) => void;
}

/** A step back or forward through the views looked at, and views kept under a name on this computer. */
export function ViewsBar({ state, names, onChange }: ViewsBarProps) {
  const [timeline, setTimeline] = useState(() => newTimeline(state));
  const now = arrivedAt(timeline, state);
  if (now !== timeline) setTimeline(now);
  const before = now.past.at(-1);
  const after = now.future.at(-1);
  const undo = before === undefined ? null : () => onChange(changeTo(before));
  const redo = after === undefined ? null : () => onChange(changeTo(after));
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null) return;
      const step = event.shiftKey ? redo : undo;
      if (step === null) return;
      event.preventDefault();
      step();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <div className="controls views-bar">
      <Button variant="link" disabled={undo === null} {...(undo === null ? {} : { onPress: undo })}>
        Undo
      </Button>
      <Button variant="link" disabled={redo === null} {...(redo === null ? {} : { onPress: redo })}>
        Redo
      </Button>
      <KeptViews state={state} names={names} onChange={onChange} />
    </div>
  );
}

function KeptViews({ state, names, onChange }: ViewsBarProps) {
  const [views, setViews] = useState(() => savedViews(localStorage));
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const mark = groupsMark(names);
  const open = (wanted: string): void => {
    const view = views.find((one) => one.name === wanted);
    if (view === undefined) return;
    const opened = openedView(view, mark);
    setChosen(wanted);
    setNote(
      opened.isWhole ? '' : 'The channels or segments have changed since it was kept, so none is chosen.',
    );
    onChange(changeTo(opened.state));
  };
  const keep = (): void => {
    const isKept = saveView(localStorage, { name: name.trim(), state, groups: mark });
    setNote(isKept ? '' : 'The view could not be kept: this browser keeps nothing, or there are 50 already.');
    setViews(savedViews(localStorage));
    if (isKept) setChosen(name.trim());
    setName('');
  };
  const forget = (): void => {
    if (chosen !== null) forgetView(localStorage, chosen);
    setViews(savedViews(localStorage));
    setChosen(null);
  };
  return (
    <>
      {views.length > 0 && (
        <SelectField
          label="Kept views"
          options={views.map((view) => ({ value: view.name, label: view.name }))}
          selected={chosen}
          onChange={open}
        />
      )}
      {chosen !== null && (
        <Button variant="link" onPress={forget}>
          Forget it
        </Button>
      )}
      <TextInput label="Keep this view as" value={name} onChange={setName} />
      <Button variant="link" disabled={name.trim() === ''} onPress={keep}>
        Keep
      </Button>
      <span aria-live="polite" className="quiet">
        {note}
      </span>
    </>
  );
}
