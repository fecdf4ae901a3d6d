import { embedFrame } from './embed-frame';

/**
 * A card of another house opens in its place when it is pressed, and nothing is asked of that house before. The link
 * stays beneath the frame: it leads there if the frame shows nothing.
 */
const cards = [...document.querySelectorAll<HTMLAnchorElement>('a.embed')];
const hint = document.querySelector<HTMLElement>('[data-embeds]')?.dataset.embeds ?? '';

for (const card of cards) {
  const src = embedFrame(card.dataset.from, card.href);
  if (!src) continue;
  // On the line of the house's name: a line more would move what is read.
  const house = card.querySelector('span span');
  const name = house?.textContent ?? '';
  if (house) house.textContent = `${name} · ${hint}`;
  let isOpen = false;
  card.addEventListener('click', (event) => {
    if (isOpen || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    isOpen = true;
    if (house) house.textContent = name;
    card.before(frameOf(src, card));
  });
}

function frameOf(src: string, card: HTMLAnchorElement): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.className = `embed__frame embed__frame--${card.dataset.from}`;
  frame.title = card.querySelector('strong')?.textContent ?? '';
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
  // YouTube refuses a frame that does not say whose page it is on; only the host is told.
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.src = src;
  return frame;
}
