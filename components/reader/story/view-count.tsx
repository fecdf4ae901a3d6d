import type { Say } from '@/lib/site/labels';

/** How often a story was read; nothing before the first time. Its number is that of the moment the page was made. */
export function ViewCount({ views, say }: { views: number; say: Say }) {
  if (views === 0) return null;
  return (
    <p className="meta">
      <data value={views} data-views>
        {say('readership.count', { count: views })}
      </data>{' '}
      {say('readership.views')}
    </p>
  );
}
