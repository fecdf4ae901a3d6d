/** A line so thin that pictures take longer has no room to spare anyhow. */
const AT_MOST_MS = 3000;

/**
 * Fetches the readers' module when the first screen and its pictures are drawn: until then they have the line to
 * themselves. What is pressed meanwhile is pressed again when the module is there.
 */
export function fetchLater(src: string) {
  const pressed: HTMLElement[] = [];
  const keep = ({ target }: Event) => {
    const button = target instanceof Element && target.closest<HTMLElement>('button[type=button]');
    if (button) pressed.push(button);
  };
  addEventListener('click', keep, true);

  let isAsked = false;
  function fetch() {
    if (isAsked) return;
    isAsked = true;
    const script = document.createElement('script');
    script.type = 'module';
    script.src = src;
    script.addEventListener('load', () => {
      removeEventListener('click', keep, true);
      for (const button of pressed) button.click();
    });
    document.head.append(script);
  }
  addEventListener('load', () => requestAnimationFrame(() => setTimeout(fetch)));
  setTimeout(fetch, AT_MOST_MS);
}
