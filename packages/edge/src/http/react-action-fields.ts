/**
 * React's own fields in a form: `$ACTION_REF_1` names the action, `$ACTION_1:0` says which it is and where its
 * bound arguments stand, `$ACTION_1:1` holds those. Our pages wrote them; changed by hand they make React throw,
 * and Next answers 500. So what our pages never write is refused before.
 */
export function hasValidActionFields(form: FormData): boolean {
  for (const [name, value] of form) {
    // React writes this for an action without a bound state, and we have none.
    if (name.startsWith('$ACTION_ID_')) return false;
    const action = /^\$ACTION_REF_(\d{1,4})$/.exec(name)?.[1];
    if (action !== undefined && !isSoundReference(form, action)) return false;
    if (/^\$ACTION_\w*:/.test(name) && valueIn(value) === undefined) return false;
  }
  return true;
}

function isSoundReference(form: FormData, action: string): boolean {
  const descriptor = valueIn(form.get(`$ACTION_${action}:0`)) as { bound?: unknown } | null | undefined;
  if (typeof descriptor !== 'object' || descriptor === null) return false;

  const row = /^\$@(\d{1,4})$/.exec(String(descriptor.bound))?.[1];
  const bound = row && valueIn(form.get(`$ACTION_${action}:${row}`));
  return Array.isArray(bound) && bound.length > 0 && bound.every((argument) => isPlain(argument));
}

/**
 * What React's client sends to an action, all of which are `(state, form)`: the state, and `$K1` for the form's
 * own fields. With fewer the action would look for a form that is not there.
 */
export function areValidActionArguments(sent: FormDataEntryValue | null): boolean {
  const given = valueIn(sent);
  if (!Array.isArray(given) || given.length !== 2) return false;
  return isPlain(given[0]) && /^\$K[0-9a-f]{1,4}$/.test(String(given[1]));
}

function valueIn(text: FormDataEntryValue | null): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A form's state is plain: texts, numbers and lists of them. React writes a text that begins with `$` as `$$`. */
function isPlain(value: unknown, depth = 0): boolean {
  if (depth > 16) return false;
  if (typeof value === 'string') {
    return (
      !value.startsWith('$') ||
      /^\$(\$.*|undefined|NaN|-?Infinity|-0|D\d{4}-\d\d-\d\dT[\d:.]+Z)$/s.test(value)
    );
  }
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, part]) => name !== '__proto__' && isPlain(part, depth + 1));
}
