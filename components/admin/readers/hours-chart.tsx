import { clockTime, longDate } from '@barta/bengali/dates';
import type { Say } from '@/lib/site/labels';

interface Chart {
  /** What it reaches over, in words. */
  span: string;
  /** Hours since 1970, or the first hours of days, each with its readers. */
  bars: readonly { hour: number; views: number }[];
  unit: 'hour' | 'day';
  say: Say;
}

const HEIGHT = 60;
const STEP = 10;

/** Readers over time: one picture with a sentence that sums it up, and the same as a table to open. */
export function HoursChart({ span, bars, unit, say }: Chart) {
  const most = Math.max(1, ...bars.map(({ views }) => views));
  const total = bars.reduce((sum, { views }) => sum + views, 0);
  const name = unit === 'hour' ? 'readership.chart' : 'readership.chartDays';
  return (
    <div className="mt-2 mb-6">
      <svg
        className="border-b border-b-rule-strong w-full h-18 fill-ink-3"
        viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say(name, { span, total, most: total === 0 ? 0 : most })}
      >
        {bars.map(({ hour, views }, place) => {
          const height = (HEIGHT * views) / most;
          return (
            <rect key={hour} x={place * STEP + 1} y={HEIGHT - height} width={STEP - 2} height={height} />
          );
        })}
      </svg>
      <details>
        <summary className="inline-flex items-center min-h-9 text-accent cursor-pointer">
          {say('readership.asTable')}
        </summary>
        <table className="figures mb-6 text-small w-full border-collapse [&_caption]:py-[0.35rem] [&_caption]:border-t-3 [&_caption]:border-t-rule-strong [&_caption]:text-h6/[1.5] [&_caption]:font-serif [&_caption]:font-strong [&_caption]:text-left">
          <caption className="vh">{span}</caption>
          <thead>
            <tr>
              <th className="text-(length:--text-meta) text-ink-3" scope="col">
                {say(unit === 'hour' ? 'readership.hour' : 'readership.dayOf')}
              </th>
              <th scope="col" className="num text-(length:--text-meta) text-ink-3">
                {say('readership.reads')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ hour, views }) => (
              <tr key={hour}>
                <th scope="row">{timeOf(hour, unit)}</th>
                <td className="num">{say('readership.count', { count: views })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function timeOf(hour: number, unit: Chart['unit']): string {
  const at = new Date(hour * 3_600_000);
  return unit === 'day' ? longDate(at) : `${longDate(at)}, ${clockTime(at)}`;
}
