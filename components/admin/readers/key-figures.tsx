import type { Say } from '@/lib/site/labels';

interface Figures {
  views: number;
  /** In hundredths of the text, and of the readers. */
  average: number;
  toTheEnd: number;
  /** Readers an hour, where it says something. */
  perHour?: number;
  say: Say;
}

/** The few numbers that are looked at first. */
export function KeyFigures({ views, average, toTheEnd, perHour, say }: Figures) {
  const percent = (count: number) => say('readership.percent', { count });
  return (
    <dl className="key-figures">
      <div>
        <dt>{say('readership.inAll')}</dt>
        <dd>{say('readership.count', { count: views })}</dd>
      </div>
      <div>
        <dt>{say('readership.average')}</dt>
        <dd>{say('readership.ofText', { percent: percent(average) })}</dd>
      </div>
      <div>
        <dt>{say('readership.toTheEnd')}</dt>
        <dd>{percent(toTheEnd)}</dd>
      </div>
      {perHour !== undefined && (
        <div>
          <dt>{say('readership.perHour')}</dt>
          <dd>{say('readership.count', { count: perHour })}</dd>
        </div>
      )}
    </dl>
  );
}
