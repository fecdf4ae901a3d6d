import { choose } from '@/components/reader/device/device-store.enhance';
import { currentTextSize, setTextSize } from '@/components/reader/device/text-size.enhance';

const root = document.documentElement;

/** Light, dark or as the device has it, and the size of letters: as the reader likes them, kept on the device. */
export function enhanceReading(): void {
  nameTheme();

  document.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest('button') : null;
    if (pressed?.dataset.print !== undefined) print();
    if (pressed?.dataset.themeSwitch !== undefined) turnTheme();
    if (pressed?.dataset.textSize) {
      const step = String(currentTextSize() + Number(pressed.dataset.textSize));
      if (setTextSize(step)) choose('text-size', step);
    }
  });
}

/** The other way first: who presses wants a change. */
function turnTheme(): void {
  const [same, other] = matchMedia('(prefers-color-scheme: dark)').matches
    ? ['dark', 'light']
    : ['light', 'dark'];
  const next = { [String(undefined)]: other, [String(other)]: same }[String(root.dataset.theme)];
  if (next) root.dataset.theme = next;
  else delete root.dataset.theme;
  choose('theme', next ?? null);
  nameTheme();
}

/** The button says what is chosen, in the words that the page gives it. */
function nameTheme(): void {
  const words = document.querySelector<HTMLElement>('[data-theme-words]');
  const said = words?.dataset.themeWords?.split('|') ?? [];
  const now = said[['light', 'dark'].indexOf(root.dataset.theme ?? '') + 1];
  if (words && now) words.textContent = now;
}
