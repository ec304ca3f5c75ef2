import { useState } from 'react';
import { agreedText, parseAgreed } from '../../ingest/agreed-file.ts';
import { ImportError } from '../../ingest/ledger.ts';
import { joinAgreed, type AgreedRecord } from '../../metrics/agreement.ts';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { saveText } from '../data/save-text.ts';

interface AgreedFileProps {
  readonly record: AgreedRecord;
  readonly onChange: (record: AgreedRecord) => void;
}

/** Everything that was agreed, to a file and back: for the other side of the table, and for the report in a terminal. */
export function AgreedFile({ record, onChange }: AgreedFileProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const { definitions, agreements, budgets } = record;
  const open = async (file: File): Promise<void> => {
    try {
      onChange(joinAgreed(record, parseAgreed(file.name, await file.text())));
      setProblem(null);
    } catch (cause) {
      if (!(cause instanceof ImportError)) throw cause;
      setProblem(cause.message);
    }
  };
  return (
    <>
      <div className="foot">
        {definitions.length + agreements.length + budgets.length > 0 && (
          <Button
            variant="link"
            onPress={() => saveText('throughline-agreed.json', agreedText(record), 'application/json')}
          >
            Save what was agreed as a file
          </Button>
        )}
        <FileButton accept={['.json']} onFile={(file) => void open(file)}>
          Open a file of agreements
        </FileButton>
      </div>
      {problem !== null && (
        <p className="note" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
