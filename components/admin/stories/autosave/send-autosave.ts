import type { UnsavedText } from './local-store';

/** The outcome of one autosave on the server. */
export type AutosaveResult =
  | 'saved'
  | 'signed-out'
  | 'someone-else'
  | 'refused'
  | 'too-large'
  | 'full'
  | 'offline';

const GIVE_UP_AFTER_MS = 10_000;
/** Browsers send no more than 64 kB for a page that is being closed. */
const MAX_KEEPALIVE_BYTES = 60_000;

export async function sendAutosave(text: UnsavedText, isLeaving = false): Promise<AutosaveResult> {
  const body = JSON.stringify(text);
  const bytes = isLeaving ? new TextEncoder().encode(body).length : 0;
  try {
    const answer = await fetch('/api/drafts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: isLeaving && bytes < MAX_KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
    });
    // Only 204: the sign-in page of a hotel's network, for one, answers 200 in our place.
    if (answer.status === 204) return 'saved';
    const failures: Record<number, AutosaveResult> = {
      400: 'refused',
      401: 'signed-out',
      403: 'refused',
      409: 'someone-else',
      413: 'too-large',
      507: 'full',
    };
    return failures[answer.status] ?? 'offline';
  } catch {
    return 'offline';
  }
}
