import { agreementDiff } from '../../metrics/agreement-diff.ts';
import type { Agreement, AgreementLanguage } from '../../metrics/agreement.ts';
import { agreementChanges } from '../../sentences/agreement/agreement-changes.ts';
import { versionLine } from '../../sentences/sla/agree-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ChangesTable } from './changes-table.tsx';

interface SignedVersionsProps {
  readonly agreements: readonly Agreement[];
  readonly language: AgreementLanguage;
  readonly onRead: (agreement: Agreement) => void;
}

/** Every version that was signed, the latest first, and what each changed of the one before it. */
export function SignedVersions({ agreements, language, onRead }: SignedVersionsProps) {
  return agreements.toReversed().map((agreement) => {
    const before = agreements[agreements.indexOf(agreement) - 1];
    return (
      <Disclosure key={agreement.version} summary={versionLine(agreement)}>
        {before !== undefined && (
          <ChangesTable
            changes={agreementChanges(agreementDiff(before, agreement), agreement.version, language)}
          />
        )}
        <p className="note">SHA-256 {agreement.hash}</p>
        <Button
          variant="link"
          label={`Read its text: version ${agreement.version}`}
          onPress={() => onRead(agreement)}
        >
          Read its text
        </Button>
      </Disclosure>
    );
  });
}
