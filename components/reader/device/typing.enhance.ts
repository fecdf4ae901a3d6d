/** What is for typing comes with the first field that is entered: most pages are only read. */
export function enhanceFields(): void {
  const enter = (field: Element | null) => {
    if (!field?.matches('textarea, input')) return;
    document.removeEventListener('focusin', onFocus);
    import('./fields.enhance').then(({ enhance }) => enhance()).catch(() => {});
  };
  const onFocus = ({ target }: FocusEvent) => enter(target as Element);
  document.addEventListener('focusin', onFocus);
  enter(document.activeElement);
}
