import { type DeviceList, type DevicePage, isSaved, savedPages, setSaved } from './device-store.enhance';

// The reader's own page, made on the device from what only the device knows.
const row = document.querySelector<HTMLTemplateElement>('template[data-row]');
for (const place of document.querySelectorAll<HTMLElement>('[data-list]')) show(place);
for (const place of document.querySelectorAll<HTMLElement>('[data-pages-kept]'))
  showPages(place).catch(() => {});

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null;
  const place = button?.closest<HTMLElement>('[data-list]');
  if (!button || !place) return;
  setSaved(place.dataset.list as DeviceList, { href: button.dataset.drop ?? '', name: '' }, false);
  show(place);
  place.querySelector<HTMLElement>('a, button')?.focus();
});

function show(place: HTMLElement): void {
  const list = place.dataset.list as DeviceList;
  const pages = savedPages(list);
  const items = place.querySelector('ul');
  items?.replaceChildren(...pages.map((page) => item(page, list)));
  const none = place.querySelector<HTMLElement>('[data-none]');
  if (none) none.hidden = pages.length > 0;
}

function item(page: DevicePage, list?: DeviceList): Node {
  const made = row?.content.cloneNode(true) as DocumentFragment;
  const link = made.querySelector('a');
  const button = made.querySelector('button');
  if (link) {
    link.href = list === 'reading' ? `${page.href}#continue` : page.href;
    link.textContent = page.name;
  }
  if (button && list) {
    button.dataset.drop = page.href;
    button.setAttribute('aria-label', `${button.textContent}: ${page.name}`);
  } else button?.remove();
  if (list === 'topics') void showNews(page, made.querySelector('li'));
  return made;
}

/** A followed topic's newest, by its feed. */
async function showNews({ href }: DevicePage, place: Element | null): Promise<void> {
  const answer = await fetch(`${encodeURI(decodeURI(href))}/feed.json`).catch(() => null);
  if (!answer?.ok || !place || !isSaved('topics', href)) return;
  const { items } = (await answer.json()) as { items: { url: string; title: string }[] };
  const news = document.createElement('ul');
  news.append(
    ...items.slice(0, 3).map(({ url, title }) => item({ href: new URL(url).pathname, name: title })),
  );
  place.append(news);
}

/** What can be read without a line: the pages that the worker has kept. */
async function showPages(place: HTMLElement): Promise<void> {
  const cache = await caches.open('pages');
  const pages: DevicePage[] = [];
  for (const request of await cache.keys()) {
    const href = new URL(request.url).pathname;
    const html = (await (await cache.match(request))?.text()) ?? '';
    const name = new DOMParser().parseFromString(html, 'text/html').querySelector('h1')?.textContent;
    if (name && !['/', '/offline', '/saved'].includes(href)) pages.unshift({ href, name });
  }
  place.querySelector('ul')?.replaceChildren(...pages.map((page) => item(page)));
  place.hidden = pages.length === 0;
}
