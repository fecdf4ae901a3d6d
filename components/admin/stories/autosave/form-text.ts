/** Fields that are not typed: the form's own means, and what is about one sending of it only. */
const NOT_TYPED = /^(\$ACTION.*|storyId|basedOn|formKey|drafts|do|mergedWith|merge-.*)$/;

/** The typed fields of a form as JSON. They are read by name, whatever they are typed with. */
export function typedFieldsJson(form: HTMLFormElement): string {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !NOT_TYPED.test(name)) fields[name] = value;
  }
  return JSON.stringify(fields);
}

export function fieldsOfJson(json: string): Record<string, string> {
  return JSON.parse(json || '{}') as Record<string, string>;
}

export function numberField(form: HTMLFormElement, name: string): number {
  return Number(new FormData(form).get(name)) || 0;
}

/** Writes into a form that is about to be sent which version its text was typed on, and which draft it makes obsolete. */
export function nameVersionAndDraft(
  form: HTMLFormElement,
  basedOn: number,
  { tab, reference }: { tab: string; reference: string },
): void {
  const version = form.elements.namedItem('basedOn');
  if (version instanceof HTMLInputElement && basedOn > 0) version.value = String(basedOn);
  const drafts = form.elements.namedItem('drafts');
  if (!(drafts instanceof HTMLInputElement) || !reference) return;
  const others = drafts.value.split(' ').filter((other) => other && !other.startsWith(tab));
  drafts.value = [...others, reference].join(' ');
}

/** Whether two texts differ in nothing but the field that the body stands in. */
export function differInBodyOnly(one: string, other: string): boolean {
  const withoutBody = (json: string) =>
    JSON.stringify(Object.entries(fieldsOfJson(json)).filter(([name]) => !/^body(Doc)?$/.test(name)));
  return withoutBody(one) === withoutBody(other);
}

/** Whether a field holds something else than what it was rendered with. */
export function hasTypedText(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (field) =>
      (field instanceof HTMLTextAreaElement ||
        (field instanceof HTMLInputElement && field.type !== 'hidden')) &&
      field.value !== field.defaultValue,
  );
}
