/**
 * Tells the door that a story was opened, from what host, and when its reader leaves how far the text was read; of
 * the reader it says nothing. What comes back is the newest count, for the page that says one.
 */
export function countView(): void {
  const text = document.querySelector('[data-story-body]');
  const story = text?.closest<HTMLElement>('[data-story]')?.dataset.story;
  if (!text || !story) return;
  let depth = 0;
  let told = 0;
  const body = (said: object) => new URLSearchParams({ story, ...said });

  // Each second rather than at each scroll: a text that flew past was not read.
  const look = () => {
    const { top, bottom, height } = text.getBoundingClientRect();
    if (document.visibilityState === 'visible' && bottom > 0)
      depth = Math.max(depth, Math.min(4, Math.floor((4 * (innerHeight - top) + 4) / height)));
  };
  const leave = () => {
    if (document.visibilityState === 'visible' || depth <= told) return;
    told = depth;
    navigator.sendBeacon('/api/views', body({ depth }));
  };
  const begin = async () => {
    setInterval(look, 1000);
    document.addEventListener('visibilitychange', leave);
    const from = document.referrer.split('/')[2] ?? '';
    const answer = await fetch('/api/views', { method: 'POST', body: body({ from }), keepalive: true });
    const views = Number(await answer.text());
    const shown = document.querySelector<HTMLDataElement>('[data-views]');
    if (!shown || views <= Number(shown.value)) return;
    shown.value = String(views);
    shown.textContent = views.toLocaleString(/\d/.test(shown.textContent) ? 'en' : 'bn');
  };
  // A page that a browser fetches ahead is not read yet; without the door nothing is counted.
  const start = () => begin().catch(() => {});
  if ('prerendering' in document && document.prerendering)
    document.addEventListener('prerenderingchange', start, { once: true });
  else void start();
}
