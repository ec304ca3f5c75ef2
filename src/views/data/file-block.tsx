import type { Download } from '../../ingest/download.ts';
import { findingDeed, reasonWords, wordsOf, type CellFinding, type FileLedger } from '../../ingest/ledger.ts';
import { count } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { delimiterNames, encodingNames } from './file-words.ts';
import { FileDownloads } from './set-aside-downloads.tsx';

const examplesShown = 50;

/** One file: how it was read, what became of its records, and which were set aside. */
export function FileBlock({
  file,
  downloads,
}: {
  readonly file: FileLedger;
  readonly downloads: readonly Download[];
}) {
  const kind = file.table === '' ? 'not a known kind of file; nothing of it was used' : file.table;
  const counts = [
    `${count(file.records)} records read`,
    `${count(file.loaded)} loaded`,
    `${count(file.setAside)} set aside`,
    `${count(file.duplicates)} merged as duplicates`,
    `${count(file.notData)} not data`,
  ].join(', ');
  return (
    <Block
      span={12}
      rule="soft"
      question={`${kind}, ${encodingNames[file.encoding] ?? file.encoding}, ${delimiterNames[file.delimiter] ?? file.delimiter}`}
      answer={file.name}
      definition={`${counts}.`}
    >
      {file.note !== undefined && <p className="note">{file.note}</p>}
      {file.examples.length > 0 && <SetAsideList file={file} />}
      {file.findings.length > 0 && <FindingList file={file} />}
      <FileDownloads name={file.name} downloads={downloads} />
      {file.readings.length > 0 && (
        <Disclosure summary="How was each column read?">
          <ColumnTable file={file} />
        </Disclosure>
      )}
    </Block>
  );
}

function SetAsideList({ file }: { readonly file: FileLedger }) {
  const reasons = Object.entries(file.reasons).map(([code, number]) => `${wordsOf(code)}: ${count(number)}`);
  return (
    <Disclosure summary={`Set aside: ${reasons.join('; ')}`}>
      <section className="table-scroll" aria-label={`Records of ${file.name} set aside`} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Reason</th>
              <th scope="col">Column</th>
              <th scope="col" className="right">
                Line
              </th>
              <th scope="col" className="right">
                Bytes
              </th>
              <th scope="col">As written</th>
            </tr>
          </thead>
          <tbody>
            {file.examples.slice(0, examplesShown).map((example) => (
              <tr key={example.record}>
                <th scope="row">{reasonWords[example.reason]}</th>
                <td>{example.column ?? 'whole row'}</td>
                <td className="right">{count(example.line)}</td>
                <td className="right nowrap">
                  {count(example.bytes[0])} to {count(example.bytes[1])}
                </td>
                <td className="sample mono">{example.text.slice(0, 160)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {file.setAside > examplesShown && (
        <p className="note">
          The first {examplesShown} of {count(file.setAside)}.
        </p>
      )}
    </Disclosure>
  );
}

const linesShown = 10;

/** Where the cells stand, as far as there is room; the list to download has them all. */
const linesOf = ({ lines, count: all }: CellFinding): string => {
  const shown = lines.slice(0, linesShown).map(count).join(', ');
  if (shown === '') return '';
  return `${all === 1 ? 'Line' : 'Lines'} ${shown}${all > linesShown ? ', …' : ''}.`;
};

function FindingList({ file }: { readonly file: FileLedger }) {
  return (
    <ul className="note records">
      {file.findings.map((finding) => (
        <li key={`${finding.column} ${finding.reason}`}>
          {count(finding.count)} cells of “{finding.column}” {findingDeed(finding.reason)}:{' '}
          {reasonWords[finding.reason].toLowerCase()}
          {finding.example === '' ? '' : `, such as “${finding.example}”`}. {linesOf(finding)}
        </li>
      ))}
    </ul>
  );
}

function ColumnTable({ file }: { readonly file: FileLedger }) {
  return (
    <section className="table-scroll" aria-label={`Columns of ${file.name}`} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Column in the file</th>
            <th scope="col">Means</th>
            <th scope="col">Read as</th>
            <th scope="col">Example</th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {file.readings.map((reading) => (
            <tr key={reading.source}>
              <th scope="row">{reading.source}</th>
              <td>{reading.canonical.join(', ')}</td>
              <td>{reading.readAs}</td>
              <td className="mono sample">{reading.example}</td>
              <td>{reading.evidence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
