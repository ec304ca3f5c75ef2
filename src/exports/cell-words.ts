import { count, money, percent, signedPoints } from '../sentences/format.ts';
import type { ColumnKind, DocumentCell } from './review-document.ts';

const decimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A cell as a person reads it. A rate comes with its counts, or is those alone; what is not there is a dash. */
export const cellWords = (cell: DocumentCell, kind: ColumnKind, currency: string | null): string => {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object') {
    const fraction = `${count(cell.k)} of ${count(cell.n)}`;
    return cell.rate === null ? fraction : `${percent(cell.rate)} (${fraction})`;
  }
  if (kind === 'share') return percent(cell);
  if (kind === 'points') return signedPoints(cell);
  if (kind === 'money') return currency === null ? '–' : money(cell, currency);
  return kind === 'people' ? count(cell) : decimal.format(cell);
};
