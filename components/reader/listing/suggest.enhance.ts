interface Suggestion {
  label: string;
  text: string;
  url: string;
}

/** The list of suggestions under the field that is typed in, and which of them the arrow keys have reached. */
class SuggestionList {
  // Declared and assigned: for a field with a value the bundler would share a helper of its own, one more request a page.
  declare readonly element: HTMLUListElement;
  declare field: HTMLInputElement | undefined;
  declare private chosen: number;

  constructor() {
    this.element = document.createElement('ul');
    this.chosen = -1;
    this.element.id = this.element.className = 'suggest';
    this.element.setAttribute('role', 'listbox');
  }

  /** Under another field than before it begins empty. */
  openUnder(field: HTMLInputElement): void {
    if (this.field !== field) this.show([]);
    this.field = field;
    this.element.setAttribute('aria-label', field.dataset.suggest ?? '');
    field.setAttribute('role', 'combobox');
    field.autocomplete = 'off';
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', this.element.id);
  }

  show(found: Suggestion[]): void {
    this.element.replaceChildren(...found.map(optionOf));
    if (found.length > 0) this.field?.after(this.element);
    else this.element.remove();
    this.field?.setAttribute('aria-expanded', `${found.length > 0}`);
    this.choose(-1);
  }

  /** Whether the key meant something to the list. */
  onKey(key: string): boolean {
    const places = this.element.children.length + 1;
    if (places < 2) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    // One place more than there are suggestions: the field itself, with what was typed.
    if (step) this.choose(((this.chosen + 1 + step + places) % places) - 1);
    else if (key === 'Escape') this.show([]);
    else if (key === 'Enter' && this.chosen >= 0) openSuggestion(this.element.children[this.chosen]);
    else return false;
    return true;
  }

  private choose(index: number): void {
    this.chosen = index;
    [...this.element.children].forEach((option, i) => {
      option.setAttribute('aria-selected', `${i === index}`);
    });
    this.field?.setAttribute('aria-activedescendant', this.element.children[index]?.id ?? '');
  }
}

/** Offers topics, writers and headlines under a search field while it is typed in: the ARIA pattern of a combobox. */
export function enhanceSearch(): void {
  const list = new SuggestionList();
  let pause: ReturnType<typeof setTimeout> | undefined;

  const onInput = ({ target }: { target: unknown }) => {
    if (!(target instanceof HTMLInputElement && target.dataset.suggest)) return;
    list.openUnder(target);
    clearTimeout(pause);
    pause = setTimeout(() => suggest(list, target), 150);
  };
  document.addEventListener('input', onInput);
  // What was typed before this came.
  const { activeElement } = document;
  if ((activeElement as HTMLInputElement | null)?.value) onInput({ target: activeElement });
  document.addEventListener('keydown', (event) => {
    const isMeant = event.target === list.field && !event.isComposing;
    if (isMeant && list.onKey(event.key)) event.preventDefault();
  });
  // Else the field would lose its focus, and the list be gone before the click.
  list.element.addEventListener('mousedown', (event) => event.preventDefault());
  list.element.addEventListener('click', ({ target }) => openSuggestion((target as Element).closest('li')));
  document.addEventListener('focusout', () => list.show([]));
}

async function suggest(list: SuggestionList, field: HTMLInputElement): Promise<void> {
  const q = field.value;
  try {
    const answer = await fetch(`/api/suggest?q=${encodeURIComponent(q.slice(0, 100))}`);
    const { suggestions } = await answer.json();
    if (field.value === q && document.activeElement === field) list.show(suggestions);
  } catch {
    list.show([]);
  }
}

function openSuggestion(option: Element | null | undefined): void {
  if (option instanceof HTMLElement) location.assign(option.dataset.url ?? '');
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
