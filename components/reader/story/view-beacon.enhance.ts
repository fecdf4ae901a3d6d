/**
 * Tells the door that a story was opened, from what host, and when its reader leaves how far the text was read; of
 * the reader it says nothing. What comes back is the newest count, for the page that says one.
 */
export function countView(): void {
  const text = document.querySelector('[data-story-body]');
  const story = text?.closest<HTMLElement>('[data-story]')?.dataset.story;
  if (!text || !story) return;
  let depth = 0;
  const said = (more: object) => new URLSearchParams({ story, ...more });

  const begin = async () => {
    // Each second rather than at each scroll: a text that flew past was not read.
    setInterval(() => {
      const { top, bottom, height } = text.getBoundingClientRect();
      if (!document.hidden && bottom > 0)
        depth = Math.max(depth, Math.min(4, Math.floor((4 * (innerHeight - top + 4)) / height)));
    }, 1000);
    // The door takes each step but once, however often she looks elsewhere. Not every browser hides what it leaves.
    const leave = () => depth && navigator.sendBeacon('/api/views', said({ depth }));
    document.addEventListener('visibilitychange', () => document.hidden && leave());
    addEventListener('pagehide', leave);
    const from = document.referrer.split('/')[2] ?? '';
    const answer = await fetch('/api/views', { method: 'POST', body: said({ from }), keepalive: true });
    const views = await answer.text();
    const shown = document.querySelector<HTMLDataElement>('[data-views]');
    if (shown && +views > +shown.value)
      shown.textContent = (+views).toLocaleString(/\d/.test(shown.textContent) ? 'en' : 'bn');
  };
  // A page that a browser fetches ahead is not read yet; without the door nothing is counted.
  const start = () => begin().catch(() => {});
  if ('prerendering' in document && document.prerendering)
    document.addEventListener('prerenderingchange', start, { once: true });
  else void start();
}
