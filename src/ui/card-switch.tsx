import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

/** One thing to look at: what it is called, and a line about it. */
export interface Card {
  readonly value: string;
  readonly title: string;
  readonly note: string;
}

/** One of several things, each with a line about it; exactly one is looked at. */
export function CardSwitch({
  label,
  cards,
  selected,
  onChange,
}: {
  /** Names the group for those who do not see it. */
  readonly label: string;
  readonly cards: readonly Card[];
  readonly selected: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <ToggleButtonGroup
      className="cards"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const [chosen] = [...keys];
        if (chosen !== undefined) onChange(String(chosen));
      }}
    >
      {cards.map(({ value, title, note }) => (
        <ToggleButton key={value} id={value} className="card">
          <b>{title}</b>
          {note}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
