'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

type TypedField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Caret {
  of: string;
  start: number | null;
  end: number | null;
}

/**
 * Keeps what is typed, ticked and chosen in a form while its last sending is under way, and the caret where it stands.
 * React resets a form once its action has answered, and a field whose stored value has changed is made anew: either
 * would take away what was typed meanwhile, and the caret with it. A field is known by its name, or by `data-typed-as`
 * where the answer may bring it back under another one. `stands`: the form shows what is stored, so that what was sent
 * stays in it too; a form that begins anew once it was sent is emptied but for what was typed meanwhile.
 */
export function useTypedMeanwhile(
  form: RefObject<HTMLFormElement | null>,
  isSending: boolean,
  stands = false,
): void {
  const typed = useRef(new Map<string, string>());
  const sent = useRef(new Map<string, string>());
  const sending = useRef(isSending);
  const caret = useRef<Caret | null>(null);

  useEffect(() => {
    const here = form.current;
    if (!here) return;
    const over = new AbortController();
    const { signal } = over;
    const look = ({ target }: Event) => {
      if (isTyped(target)) caret.current = caretIn(target);
    };
    here.addEventListener(
      'input',
      (event) => {
        look(event);
        const { target } = event;
        if (!isTyped(target) || !(sending.current || typed.current.has(nameOf(target)))) return;
        if (target.type === 'radio') {
          for (const other of fieldsOf(here))
            if (other.name === target.name) typed.current.delete(nameOf(other));
        }
        typed.current.set(nameOf(target), heldBy(target));
      },
      { signal },
    );
    for (const kind of ['focusin', 'keyup', 'pointerup', 'select'])
      here.addEventListener(kind, look, { signal });
    here.addEventListener(
      'focusout',
      // A field that is taken out of the page loses the focus too, and is to have it back.
      ({ target }) =>
        setTimeout(() => {
          const now = document.activeElement;
          if (isTyped(now) && now.form === here) caret.current = caretIn(now);
          else if (target instanceof Node && target.isConnected) caret.current = null;
        }),
      { signal },
    );
    return () => over.abort();
  }, [form]);

  // Each time anything is drawn: nothing but React changes a field without saying so.
  useLayoutEffect(() => {
    if (isSending && !sending.current) {
      sent.current = new Map(
        stands ? fieldsOf(form.current).map((field) => [nameOf(field), heldBy(field)]) : [],
      );
      typed.current = new Map(sent.current);
    }
    sending.current = isSending;
    // What nobody has touched since shows what is stored by now, as the server has tidied it.
    if (!isSending) {
      for (const [name, value] of sent.current)
        if (typed.current.get(name) === value) typed.current.delete(name);
      sent.current.clear();
    }
    if (typed.current.size > 0) {
      for (const field of fieldsOf(form.current)) hold(field, typed.current.get(nameOf(field)));
    }
    giveBack(form.current, caret.current);
  });
}

function fieldsOf(form: HTMLFormElement | null): TypedField[] {
  return [...(form?.elements ?? [])].filter(isTyped);
}

/** Of several boxes or buttons under one name each is a field of its own. */
function nameOf(field: TypedField): string {
  const name = field.dataset.typedAs ?? field.name;
  return isTicked(field) ? `${name}=${field.value}` : name;
}

function heldBy(field: TypedField): string {
  return isTicked(field) ? String(field.checked) : field.value;
}

function hold(field: TypedField, value: string | undefined): void {
  if (value === undefined || heldBy(field) === value) return;
  if (isTicked(field)) field.checked = value === 'true';
  else field.value = value;
  // Where it stands now may be folded away: nobody looks for their words there.
  const fold = field.closest('details');
  if (fold) fold.open = true;
}

/** Some kinds of fields have no caret that a script may know of. */
function caretIn(field: TypedField): Caret {
  const [start, end] =
    field instanceof HTMLSelectElement ? [null, null] : [field.selectionStart, field.selectionEnd];
  return { of: nameOf(field), start, end };
}

function giveBack(form: HTMLFormElement | null, caret: Caret | null): void {
  if (!caret || document.activeElement !== document.body) return;
  const field = fieldsOf(form).find((each) => nameOf(each) === caret.of);
  if (!field) return;
  field.focus({ preventScroll: true });
  if (field instanceof HTMLSelectElement || caret.start === null || field.selectionStart === null) return;
  field.setSelectionRange(caret.start, caret.end);
}

function isTicked(field: TypedField): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');
}

function isTyped(field: unknown): field is TypedField {
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) return true;
  return field instanceof HTMLInputElement && field.type !== 'file' && field.type !== 'hidden';
}
