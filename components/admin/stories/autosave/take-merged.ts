import { BODY_MERGED, type BodyMerge, setFields } from '../set-fields';

type Fields = Readonly<Record<string, string>>;

/**
 * Puts the merge of two texts into the form that it was sent from, and leaves what was typed since: `was` is the form
 * as it was sent, `merged` what is saved now. False, and nothing touched, where one and the same was changed by both.
 */
export function takeMerged(form: HTMLFormElement, was: Fields, merged: Fields): boolean {
  const now = new FormData(form);
  const changes: Record<string, string> = {};
  for (const [name, text] of Object.entries(merged)) {
    const sent = was[name];
    if (sent === undefined || name === 'bodyDoc' || isSame(text, sent)) continue;
    if (String(now.get(name) ?? '') !== sent) return false;
    changes[name] = text;
  }
  if (!takesBody(form, was, merged, now)) return false;
  setFields(form, changes);
  return true;
}

/** By the editor, block by block; without it the text is one field among others. */
function takesBody(form: HTMLFormElement, was: Fields, merged: Fields, now: FormData): boolean {
  if (was.body !== undefined || was.bodyDoc === undefined || merged.bodyDoc === undefined) return true;
  const merge: BodyMerge = { was: was.bodyDoc, merged: merged.bodyDoc, isTaken: false };
  form.dispatchEvent(new CustomEvent(BODY_MERGED, { detail: merge }));
  return merge.isTaken && now.has('bodyDoc');
}

/** The server tidies what is typed: a space more is no change. */
function isSame(one: string, other: string): boolean {
  const tidy = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return tidy(one) === tidy(other);
}
