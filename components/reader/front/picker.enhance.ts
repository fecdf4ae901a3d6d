/** Narrows the picker's lists in place: the page of what was chosen has them already, its form takes the place of this one. */
export function enhancePicker(): void {
  document.addEventListener('change', async ({ target: list }) => {
    const form = list instanceof HTMLSelectElement && list.form;
    if (!form || form.dataset.picker === undefined || list.name === 'upazila') return;
    const code = list.value || (list.name === 'district' && form.querySelector('select')?.value) || '';
    // A fault leaves the form as it is, and its button works.
    const answer = await fetch(`/district/${code}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-picker]');
    if (!fresh) return;
    form.replaceWith(fresh);
    fresh.querySelector<HTMLSelectElement>(`[name=${list.name}]`)?.focus();
  });
}
