const root = document.documentElement;
const STEPS = [87.5, 100, 112.5, 125, 150];

/** Light or dark and the size of letters, as the reader likes them, kept on the device. */
export function enhanceReading(): void {
  const theme = kept('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  setSize(Number(kept('text-size') ?? 1));
  for (const one of document.querySelectorAll<HTMLElement>('[data-enhanced]')) one.hidden = false;

  document.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest('button') : null;
    if (pressed?.dataset.print !== undefined) print();
    if (pressed?.dataset.themeSwitch !== undefined) {
      const isDark =
        root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
      root.dataset.theme = isDark === 'dark' ? 'light' : 'dark';
      keep('theme', root.dataset.theme);
    }
    if (pressed?.dataset.textSize) {
      const size = Number(kept('text-size') ?? 1) + Number(pressed.dataset.textSize);
      if (setSize(size)) keep('text-size', String(size));
    }
  });
}

function setSize(step: number): boolean {
  const percent = STEPS[step];
  if (percent === undefined) return false;
  root.style.fontSize = percent === 100 ? '' : `${percent}%`;
  return true;
}

// A browser may forbid storage altogether; then a choice lasts as long as the page.
function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {}
}
