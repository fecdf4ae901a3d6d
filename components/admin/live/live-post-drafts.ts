/** The text fields of a live post, which are saved on the device while they are typed. */
export const draftFields = ['headline', 'body'] as const;

/** `formKey`: the idempotency key of a new post, so that a draft sent twice is published once. */
export type LivePostDraft = Partial<Record<(typeof draftFields)[number] | 'formKey', string>>;

const separators = { headline: ' · ', body: '\n\n' };

/** The localStorage key of a post's draft. */
export function draftKey(storyId: number, post: number | 'new'): string {
  return `barta-live-${storyId}-${post}`;
}

/** A field's value after a draft is restored: text typed before the script was there is appended to it. */
export function restoredValue(
  name: (typeof draftFields)[number],
  draft: string,
  field: { value: string; defaultValue: string },
): string {
  const isEdited = field.value !== field.defaultValue && draft !== '';
  return isEdited ? `${draft}${separators[name]}${field.value}` : draft;
}

/**
 * What is left of a field once `sent` is published: the text typed after it, and how many characters went. Null where
 * the sent text was edited meanwhile: then all of it stays, because a repeated word is noticed and a lost one is not.
 */
export function textAfterSending(value: string, sent: string): { rest: string; removed: number } | null {
  if (!value.startsWith(sent)) return null;
  const rest = value.slice(sent.length).trimStart();
  return { rest, removed: value.length - rest.length };
}

/** The id of a post of the story of which this device has unsent changes. */
export function postWithDraft(storyId: number): number | null {
  const prefix = `barta-live-${storyId}-`;
  try {
    for (const key of Object.keys(localStorage)) {
      const id = key.startsWith(prefix) ? key.slice(prefix.length) : '';
      if (/^\d+$/.test(id)) return Number(id);
    }
  } catch {
    // Storage is blocked: there are no drafts.
  }
  return null;
}

export function readDraft(key: string): LivePostDraft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as LivePostDraft | null;
  } catch {
    return null;
  }
}

export function writeDraft(key: string, draft: LivePostDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is blocked or full: the form still holds the text.
  }
}

export function removeDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
