import { Button, FileTrigger } from 'react-aria-components';

/** A button that looks like a link and asks for one file. */
export function FileButton({
  label,
  accept,
  onFile,
}: {
  readonly label: string;
  /** File name endings or media types, as in an `accept` attribute. */
  readonly accept: readonly string[];
  readonly onFile: (file: File) => void;
}) {
  return (
    <FileTrigger
      acceptedFileTypes={accept}
      onSelect={(files) => {
        const [file] = files ?? [];
        if (file !== undefined) onFile(file);
      }}
    >
      <Button className="button-link">{label}</Button>
    </FileTrigger>
  );
}
