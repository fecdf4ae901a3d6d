interface Suggestion {
  label: string;
  text: string;
  url: string;
}

/** Offers topics, writers and headlines under a search field while it is typed in: the ARIA pattern of a combobox. */
export function enhanceSearch(): void {
  const list = document.createElement('ul');
  list.id = list.className = 'suggest';
  list.setAttribute('role', 'listbox');
  let field: HTMLInputElement | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let at = -1;

  const mark = (to: number) => {
    at = to;
    [...list.children].forEach((option, i) => {
      option.setAttribute('aria-selected', `${i === at}`);
    });
    field?.setAttribute('aria-activedescendant', list.children[at]?.id ?? '');
  };
  const show = (found: Suggestion[]) => {
    list.replaceChildren(...found.map(optionOf));
    if (found.length > 0) field?.after(list);
    else list.remove();
    field?.setAttribute('aria-expanded', `${found.length > 0}`);
    mark(-1);
  };
  const go = (option: Element | null | undefined) => {
    if (option instanceof HTMLElement) location.assign(option.dataset.url ?? '');
  };

  const onInput = ({ target }: { target: unknown }) => {
    if (!(target instanceof HTMLInputElement && target.dataset.suggest)) return;
    if (field !== target) show([]);
    field = target;
    list.setAttribute('aria-label', target.dataset.suggest);
    field.setAttribute('role', 'combobox');
    field.autocomplete = 'off';
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', list.id);
    clearTimeout(pause);
    pause = setTimeout(async () => {
      const q = target.value;
      try {
        const answer = await fetch(`/api/suggest?q=${encodeURIComponent(q.slice(0, 100))}`);
        const { suggestions } = await answer.json();
        if (target.value === q && document.activeElement === target) show(suggestions);
      } catch {
        show([]);
      }
    }, 150);
  };
  document.addEventListener('input', onInput);
  // What was typed before this came.
  const { activeElement } = document;
  if ((activeElement as HTMLInputElement | null)?.value) onInput({ target: activeElement });
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    const places = list.children.length + 1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (target !== field || places < 2 || event.isComposing) return;
    // One place more than there are suggestions: the field itself, with what was typed.
    if (step) mark(((at + 1 + step + places) % places) - 1);
    else if (key === 'Escape') show([]);
    else if (key === 'Enter' && at >= 0) go(list.children[at]);
    else return;
    event.preventDefault();
  });
  // Else the field would lose its focus, and the list be gone before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => go((target as Element).closest('li')));
  document.addEventListener('focusout', () => show([]));
}

function optionOf({ label, text, url }: Suggestion, i: number): HTMLElement {
  const option = document.createElement('li');
  const kind = document.createElement('small');
  kind.textContent = label;
  option.id = `suggest-${i}`;
  option.setAttribute('role', 'option');
  option.dataset.url = url;
  option.append(text, kind);
  return option;
}
