import { type DeviceList, isSaved, savedPages, setSaved } from './device-store.enhance';

const FINISHED = 0.95;
const BEGUN = 0.1;

/** Saving a story, following a topic, and how far a story was read: all on the device, told to nobody. */
export function enhanceSaveButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-keep]')) mark(button);
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-keep]');
    if (!button) return;
    const list = button.dataset.keep as DeviceList;
    const href = path();
    setSaved(list, { href, name: name() }, !isSaved(list, href));
    mark(button);
  });

  const story = document.querySelector('[data-story]');
  const body = story?.querySelector('[data-story-body]');
  if (!story || !body) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-lite]'))
    link.href = `/lite${path()}`;
  followReading(body);
}

function mark(button: HTMLElement): void {
  button.setAttribute('aria-pressed', String(isSaved(button.dataset.keep as DeviceList, path())));
}

function followReading(body: Element): void {
  const bar = document.createElement('div');
  bar.className = 'progress';
  document.body.append(bar);
  let read = 0;
  const look = () => {
    const { top, height } = body.getBoundingClientRect();
    read = Math.min(1, Math.max(0, (innerHeight * 0.8 - top) / height));
    bar.style.transform = `scaleX(${read})`;
  };
  const before = savedPages('reading').find((one) => one.href === path())?.read;
  if (location.hash === '#continue' && before) {
    const { top, height } = body.getBoundingClientRect();
    scrollTo(0, scrollY + top + height * before - innerHeight * 0.8);
  }
  look();
  addEventListener('scroll', look, { passive: true });
  // On a telephone a page is seldom closed: it is put away.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && scrollY > 0)
      setSaved('reading', { href: path(), name: name(), read }, read > BEGUN && read < FINISHED);
  });
}

function path(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return new URL(canonical ?? location.href).pathname;
}

const name = () => document.querySelector('h1')?.textContent ?? '';
