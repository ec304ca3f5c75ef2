import { Waterfall } from '../../charts/waterfall.tsx';
import type { LeakPage } from '../../metrics/leak-page/leak-page.ts';
import { leakDeltas } from '../../metrics/leak-page/leak-deltas.ts';
import { moneyShort } from '../../sentences/format.ts';
import { leakName } from '../../sentences/review/leak-answer.ts';

interface LeakWaterfallProps {
  readonly page: LeakPage;
  readonly currency: string;
  readonly summary: string;
}

/** From what the leads could have brought, leak by leak, to what they did bring. */
export function LeakWaterfall({ page, currency, summary }: LeakWaterfallProps) {
  const { ledger } = page;
  const format = (minor: number): string => moneyShort(minor, currency);
  return (
    <Waterfall
      start={{ label: 'Could have brought', value: ledger.potentialMinor }}
      end={{ label: 'Won', value: ledger.won.minor }}
      deltas={leakDeltas(ledger).map(({ key, line, minor }) => ({
        key,
        label: line === null ? 'Still in progress' : leakName(line),
        value: minor,
        kind: line === null ? ('other' as const) : ('main' as const),
      }))}
      title="From what the leads could have brought to what they brought"
      summary={summary}
      words={{
        row: 'Step',
        value: 'Left',
        change: 'Change',
        kind: 'Which',
        kinds: { main: 'lost', other: 'not decided' },
      }}
      format={format}
      formatDelta={(minor) => (minor < 0 ? `−${format(-minor)}` : format(minor))}
    />
  );
}
