import type { ReactNode } from 'react';
import { Button, DropZone as AriaDropZone, FileTrigger, type DropItem } from 'react-aria-components';

/** Where files come in: dropped, pasted or chosen. */
export interface DropZoneProps {
  readonly heading: string;
  readonly text: ReactNode;
  readonly chooseLabel: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** File name endings or media types, as in an `accept` attribute. */
  readonly accept?: readonly string[];
  /** Stands beside the choose button, a sample for instance. */
  readonly actions?: ReactNode;
  readonly note?: ReactNode;
  readonly disabled?: boolean;
}

/** A dashed field that takes several files at once. */
export function DropZone(props: DropZoneProps) {
  const { heading, text, chooseLabel, onFiles, accept, actions, note, disabled = false } = props;
  const hand = (files: readonly File[]) => {
    if (files.length > 0) onFiles(files);
  };
  return (
    <AriaDropZone
      className="drop-zone"
      aria-label={heading}
      isDisabled={disabled}
      onDrop={({ items }) => void filesOf(items).then(hand)}
    >
      <h2>{heading}</h2>
      <p>{text}</p>
      <div className="actions">
        <FileTrigger
          allowsMultiple
          onSelect={(list) => hand([...(list ?? [])])}
          {...(accept && { acceptedFileTypes: accept })}
        >
          <Button className="button button-primary" isDisabled={disabled}>
            {chooseLabel}
          </Button>
        </FileTrigger>
        {actions}
      </div>
      {note != null && <p className="note">{note}</p>}
    </AriaDropZone>
  );
}

async function filesOf(items: readonly DropItem[]): Promise<readonly File[]> {
  return Promise.all(items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : [])));
}
