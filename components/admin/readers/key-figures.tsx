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
    <dl className="mb-4 gap-y-3 gap-x-8 flex flex-wrap">
      <div>
        <dt className="text-(length:--text-meta) text-ink-3">{say('readership.inAll')}</dt>
        <dd className="text-h5/[1.45] font-serif font-strong">{say('readership.count', { count: views })}</dd>
      </div>
      <div>
        <dt className="text-(length:--text-meta) text-ink-3">{say('readership.average')}</dt>
        <dd className="text-h5/[1.45] font-serif font-strong">
          {say('readership.ofText', { percent: percent(average) })}
        </dd>
      </div>
      <div>
        <dt className="text-(length:--text-meta) text-ink-3">{say('readership.toTheEnd')}</dt>
        <dd className="text-h5/[1.45] font-serif font-strong">{percent(toTheEnd)}</dd>
      </div>
      {perHour !== undefined && (
        <div>
          <dt className="text-(length:--text-meta) text-ink-3">{say('readership.perHour')}</dt>
          <dd className="text-h5/[1.45] font-serif font-strong">
            {say('readership.count', { count: perHour })}
          </dd>
        </div>
      )}
    </dl>
  );
}
