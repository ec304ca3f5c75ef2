import { useEffect, useState } from 'react';
import { agreementMarkdown } from '../../exports/agreement-markdown.ts';
import type { ChangesText } from '../../sentences/agreement/agreement-changes.ts';
import type { AgreementText } from '../../sentences/agreement/agreement-pieces.ts';
import { Button } from '../../ui/button.tsx';
import { saveText } from '../data/save-text.ts';

interface AgreementToolsProps {
  readonly text: AgreementText;
  /** What this version changes; null for a first one. */
  readonly changes: ChangesText | null;
  readonly version: number;
}

const printMark = 'print';

/** Prints the sheet alone: the style sheet hides the rest while the mark is set. */
const printSheet = (): void => {
  document.documentElement.dataset[printMark] = 'agreement';
  // The button lets go of the focus before the page is printed.
  setTimeout(() => window.print());
};

/** Takes the text of an agreement along: as a file, on the clipboard, on paper. */
export function AgreementTools({ text, changes, version }: AgreementToolsProps) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const unmark = (): void => {
      delete document.documentElement.dataset[printMark];
    };
    window.addEventListener('afterprint', unmark);
    return () => {
      window.removeEventListener('afterprint', unmark);
      unmark();
    };
  }, []);
  const name = `agreement-v${version}-${text.language}.md`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(agreementMarkdown(text, changes));
      setSaid('Copied');
    } catch {
      setSaid('The browser does not let this page copy. Save it instead.');
    }
  };
  return (
    <div className="foot">
      <Button variant="link" onPress={() => void copy()}>
        Copy as Markdown
      </Button>
      <Button
        variant="link"
        onPress={() => {
          saveText(name, agreementMarkdown(text, changes), 'text/markdown');
          setSaid(`Saved as ${name}`);
        }}
      >
        Save as Markdown
      </Button>
      <Button variant="link" onPress={printSheet}>
        Print or PDF
      </Button>
      <output className="note">{said}</output>
    </div>
  );
}
