/** Tells the door that a story was opened; of the reader it says nothing. */
export function countView(): void {
  const story = document.querySelector<HTMLElement>('[data-story]')?.dataset.story;
  if (!story) return;
  const seen = new URLSearchParams({ story });
  const send = () => navigator.sendBeacon('/api/views', seen);
  // A page that a browser fetches ahead is not read yet.
  if ('prerendering' in document && document.prerendering)
    document.addEventListener('prerenderingchange', send, { once: true });
  else send();
}
