import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { ChevronIcon } from './icons.tsx';

/** One thing that a menu does at once: its name, and what comes of it. */
export interface MenuAction<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly note: string;
}

/** A button that opens a list of things to do. */
export function MenuButton<Id extends string>({
  label,
  actions,
  onChoose,
  disabled = false,
}: {
  readonly label: string;
  readonly actions: readonly MenuAction<Id>[];
  readonly onChoose: (id: Id) => void;
  readonly disabled?: boolean;
}) {
  return (
    <MenuTrigger>
      <Button className="button button-ghost menu-button" isDisabled={disabled}>
        {label}
        <ChevronIcon direction="down" />
      </Button>
      <Popover className="popover" offset={6} placement="bottom end">
        <Menu className="options">
          {actions.map(({ id, label: name, note }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={name}
              className="option menu-item"
              onAction={() => onChoose(id)}
            >
              <span>{name}</span> <span className="option-count">{note}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
