import { Fragment } from 'react';

/** The four fates of every record read; they always add up. */
export interface LedgerStripProps {
  readonly read: number;
  readonly loaded: number;
  readonly setAside: number;
  readonly duplicates: number;
  readonly notData: number;
  readonly formatCount: (count: number) => string;
}

/** Read = loaded + set aside + merged + not data, in big numbers. */
export function LedgerStrip({ read, loaded, setAside, duplicates, notData, formatCount }: LedgerStripProps) {
  const parts = [
    { sign: null, count: read, label: 'records read' },
    { sign: '=', count: loaded, label: 'loaded' },
    { sign: '+', count: setAside, label: 'set aside, with a reason' },
    { sign: '+', count: duplicates, label: 'merged as duplicates' },
    { sign: '+', count: notData, label: 'not data: blank, totals' },
  ];
  const sentence = parts.map(({ sign, count, label }) => `${sign ?? ''} ${formatCount(count)} ${label}`);
  return (
    <>
      <p className="visually-hidden">{sentence.join(' ').trim()}</p>
      <div className="ledger" aria-hidden="true">
        {parts.map(({ sign, count, label }) => (
          <Fragment key={label}>
            {sign !== null && <span className="ledger-sign">{sign}</span>}
            <span>
              <span className="ledger-number">{formatCount(count)}</span>
              <span className="ledger-label">{label}</span>
            </span>
          </Fragment>
        ))}
      </div>
    </>
  );
}
