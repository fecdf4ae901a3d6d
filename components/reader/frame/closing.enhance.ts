const PANELS = '.menu, .nav__more, .share__more';

/** What opens over the page closes when the focus goes on, which it would cover, when something else is pressed, and by Escape. */
export function closePanels(): void {
  for (const done of ['focusin', 'click', 'keydown'])
    document.addEventListener(done, (event) => {
      const isEscape = (event as KeyboardEvent).key === 'Escape';
      for (const panel of document.querySelectorAll<HTMLDetailsElement>(PANELS)) {
        const isIn = panel.contains(event.target as Node);
        // Else the focus would be on what is no longer shown.
        if (isEscape && isIn) panel.querySelector('summary')?.focus();
        if (isEscape || !isIn) panel.open = false;
      }
    });
}
