/** One field as text, `''` if it is missing or a file. Line ends as the browser sends them become `\n`. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
}

/** Every text field as submitted, to show it again. React's own fields (`$ACTION_…`) are excluded. */
export function fieldsIn(form: FormData, except: readonly string[] = []): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$ACTION') && !except.includes(name))
      values[name] = value;
  }
  return values;
}

/** The key that was created with the empty form; `''`: none. */
export function formKeyIn(form: FormData): string {
  return textOf(form, 'formKey').slice(0, 60);
}

/** Never rendered into a page. */
export const secretFields = ['password', 'newPassword', 'newPasswordAgain', 'currentPassword'];

/** A strict positive integer (`7`, not `07`, `7.0` or `7abc`) of up to 15 digits, else null. */
export function idIn(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
