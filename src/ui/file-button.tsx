import { FileTrigger } from 'react-aria-components';
import { Button } from './button.tsx';

/** A button that asks for one file. */
export function FileButton({
  children,
  accept,
  onFile,
}: {
  readonly children: string;
  /** File name endings, as in an `accept` attribute. */
  readonly accept: readonly string[];
  readonly onFile: (file: File) => void;
}) {
  return (
    <FileTrigger
      acceptedFileTypes={accept}
      onSelect={(list) => {
        const file = list?.[0];
        if (file !== undefined) onFile(file);
      }}
    >
      <Button variant="link">{children}</Button>
    </FileTrigger>
  );
}
