import { useQuery } from '@tanstack/react-query';
import type { Choices } from '../../engine/analysis.ts';
import type { Workspace } from '../../engine/workspace.ts';
import type { Defect } from '../../metrics/judge-defects.ts';
import { defectRowsQuery } from '../../queries/defect-rows-query.ts';
import type { OpenData } from '../../queries/session.ts';
import { defectRowWords } from '../../sentences/defect-row-words.ts';
import { count, several } from '../../sentences/format.ts';
import { isRowDefect } from '../../sql/defects/defect-records.ts';
import { Drawer } from '../../ui/drawer.tsx';
import { fileRecords } from './file-records.ts';

interface DefectDrawerProps {
  readonly workspace: Workspace;
  readonly data: OpenData;
  readonly choices: Choices;
  readonly defect: Defect;
  readonly onClose: () => void;
}

const shown = 200;

/** The records that have a defect, each with what makes it one: from the loaded rows, or from what the import set aside. */
export function DefectDrawer({ workspace, data, choices, defect, onClose }: DefectDrawerProps) {
  const { kind } = defect;
  const request = isRowDefect(kind.id) ? { defect: kind.id, limit: shown } : null;
  const { data: rows, error } = useQuery(defectRowsQuery(workspace, data.id, choices, request));
  const records =
    request === null
      ? fileRecords(kind.id, data.files, shown)
      : rows?.map((row) => ({ name: row.record_id, why: defectRowWords(kind.id, row) }));
  return (
    <Drawer heading={several(defect.count, kind.unit)} kicker={kind.name} onClose={onClose}>
      <p className="definition">{kind.rule}</p>
      <p className="definition">
        <b>Assumed:</b> {kind.assumption}{' '}
        {defect.count > shown ? `The first ${shown} of ${count(defect.count)}.` : ''}
      </p>
      {error !== null && <p role="alert">The records could not be listed: {error.message}</p>}
      {records === undefined && error === null && <p className="quiet">Looking them up…</p>}
      <ul className="records">
        {records?.map(({ name, why }) => (
          <li className="record" key={`${name} ${why}`}>
            <p className="record-head">
              <span className="mono">{name}</span>
            </p>
            <p className="record-why">{why}</p>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
