/** A line so thin that pictures take longer has no room to spare anyhow. */
const AT_MOST_MS = 3000;

/** Does it once the first screen and its pictures are drawn: until then they have the line to themselves. */
export function whenDrawn(once: () => void): void {
  let isDone = false;
  const now = () => {
    if (!isDone) once();
    isDone = true;
  };
  // Loaded is not drawn yet; a moment later it is.
  const soon = () => setTimeout(now, 200);
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
  setTimeout(now, AT_MOST_MS);
}
