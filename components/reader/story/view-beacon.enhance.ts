import { whenDrawn } from '@/components/reader/device/when-drawn.enhance';

/**
 * Tells the edge server that a story was opened, from what host, and how far it was read, at its end or when its reader leaves;
 * of the reader it says nothing. What comes back is the newest count, for the page that says one.
 */
export function countView(): void {
  const text = document.querySelector('[data-story-body]');
  const story = text?.closest<HTMLElement>('[data-story]')?.dataset.story;
  if (!text || !story) return;
  let depth = 0;
  const beaconBody = (more: object) => new URLSearchParams({ story, ...more });

  const begin = async () => {
    let sentDepth = 0;
    let isCounted = false;
    // The edge server takes each step but once, however often she looks elsewhere. Not every browser hides what it leaves.
    const tell = () => {
      if (depth > sentDepth && navigator.sendBeacon('/api/views', beaconBody({ depth }))) sentDepth = depth;
    };
    // Each second rather than at each scroll: a text that flew past was not read.
    setInterval(() => {
      const { top, bottom, height } = text.getBoundingClientRect();
      if (!document.hidden && bottom > 0)
        depth = Math.max(depth, Math.min(4, Math.floor((4 * (innerHeight - top + 4)) / height)));
      // There is no more to come, and a slow telephone may end a page before it can say anything.
      if (depth === 4 && isCounted) tell();
    }, 1000);
    document.addEventListener('visibilitychange', () => document.hidden && tell());
    addEventListener('pagehide', tell);
    const from = document.referrer.split('/')[2] ?? '';
    const answer = await fetch('/api/views', { method: 'POST', body: beaconBody({ from }), keepalive: true });
    const views = await answer.text();
    isCounted = true;
    const viewCount = document.querySelector<HTMLDataElement>('[data-views]');
    if (viewCount && +views > +viewCount.value)
      viewCount.textContent = (+views).toLocaleString(/\d/.test(viewCount.textContent) ? 'en' : 'bn');
  };
  // A page that a browser fetches ahead is not read yet; without the edge server nothing is counted.
  const start = () => whenDrawn(() => void begin().catch(() => {}));
  if ('prerendering' in document && document.prerendering)
    document.addEventListener('prerenderingchange', start, { once: true });
  else start();
}
