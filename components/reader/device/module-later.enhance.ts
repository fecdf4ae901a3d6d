/** A line so thin that pictures take longer has no room to spare anyhow. */
const AT_MOST_MS = 3000;

/**
 * Fetches the readers' module when the first screen and its pictures are drawn: until then they have the line to
 * themselves. What is pressed or chosen meanwhile is so again when the module is there.
 */
export function fetchLater(src: string) {
  const meanwhile: (() => void)[] = [];
  const keep = ({ target, type }: Event) => {
    if (!(target instanceof Element)) return;
    const button = target.closest<HTMLElement>('button[type=button]');
    if (type === 'click' && button) meanwhile.push(() => button.click());
    if (type === 'change' && target.closest('[data-picker]'))
      meanwhile.push(() => target.dispatchEvent(new Event(type, { bubbles: true })));
  };
  for (const type of ['click', 'change']) addEventListener(type, keep, true);

  let isAsked = false;
  function fetch() {
    if (isAsked) return;
    isAsked = true;
    const script = document.createElement('script');
    script.type = 'module';
    script.src = src;
    script.addEventListener('load', () => {
      for (const type of ['click', 'change']) removeEventListener(type, keep, true);
      for (const again of meanwhile) again();
    });
    document.head.append(script);
  }
  // Loaded is not drawn yet; when there is nothing to do, it is. Not every browser tells.
  const whenDrawn = globalThis.requestIdleCallback ?? ((now: () => void) => setTimeout(now, 200));
  addEventListener('load', () => whenDrawn(fetch));
  setTimeout(fetch, AT_MOST_MS);
}
