import { toBengaliDigits } from '@barta/bengali/digits';

const dialog = document.querySelector<HTMLDialogElement>('[data-viewer]');
const strip = dialog?.querySelector<HTMLElement>('[data-strip]');
const count = dialog?.querySelector<HTMLElement>('[data-count]');
const steps = [...(dialog?.querySelectorAll<HTMLButtonElement>('[data-step]') ?? [])];

/** The pictures that are looked through, as links in the text, and which of them is seen. */
let links: HTMLAnchorElement[] = [];
let at = 0;

/**
 * Shows a gallery's pictures in full size in place: arrows, Home, End and Esc, or a finger. The pictures lie side by
 * side in a strip that snaps, so that swiping is the browser's own; leaving puts the focus on the picture last seen.
 */
if (dialog && strip && count && typeof dialog.showModal === 'function') enhance(dialog, strip, count);

function enhance(view: HTMLDialogElement, row: HTMLElement, counter: HTMLElement): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-full]');
    // With a key held it is a new tab that is wanted.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const all = link.closest('.story--photo, .gallery') ?? document;
    links = [...all.querySelectorAll<HTMLAnchorElement>('a[data-full]')];
    row.replaceChildren(...links.map(slideOf));
    view.showModal();
    seek(links.indexOf(link));
    show(links.indexOf(link));
  });
  for (const button of steps) button.addEventListener('click', () => seek(at + Number(button.dataset.step)));
  // Safari gives a button that is clicked no focus: the next key is then the page's.
  document.addEventListener('keydown', ({ key }) => {
    if (!view.open) return;
    const place = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: links.length - 1 }[key];
    if (place !== undefined) seek(place);
  });
  row.addEventListener('scroll', () => show(Math.round(row.scrollLeft / row.clientWidth)), { passive: true });
  addEventListener('resize', () => view.open && seek(at));
  view.addEventListener('close', () => links[at]?.focus());

  /** At once: a key that is held down must not wait for a glide. */
  function seek(place: number): void {
    const wanted = Math.min(links.length - 1, Math.max(0, place));
    row.scrollTo({ left: wanted * row.clientWidth, behavior: 'instant' });
  }

  function show(place: number): void {
    at = place;
    counter.textContent = `${toBengaliDigits(at + 1)} / ${toBengaliDigits(links.length)}`;
    for (const [index, slide] of [...row.children].entries()) slide.toggleAttribute('inert', index !== at);
    for (const button of steps) button.disabled = links[at + Number(button.dataset.step)] === undefined;
  }
}

function slideOf(link: HTMLAnchorElement): HTMLElement {
  const slide = document.createElement('figure');
  const image = document.createElement('img');
  image.src = link.href;
  image.alt = link.querySelector('img')?.alt ?? '';
  image.loading = 'lazy';
  const words = link.parentElement?.querySelector('figcaption')?.cloneNode(true);
  slide.append(image, ...(words ? [words] : []));
  return slide;
}
