import type { UnsavedText } from './local-store';

/** What became of a text that was sent to be kept. */
export type AutosaveResult =
  | 'kept'
  | 'signed-out'
  | 'someone-else'
  | 'refused'
  | 'too-large'
  | 'full'
  | 'offline';

const GIVE_UP_AFTER_MS = 10_000;
/** Browsers let no more than 64 kB leave with a page that is closed. */
const MOST_BYTES_AT_LEAVING = 60_000;

export async function sendAutosave(kept: UnsavedText, isLeaving = false): Promise<AutosaveResult> {
  const body = JSON.stringify(kept);
  const bytes = isLeaving ? new TextEncoder().encode(body).length : 0;
  try {
    const answer = await fetch('/api/drafts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: isLeaving && bytes < MOST_BYTES_AT_LEAVING,
      signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
    });
    // This and nothing else: a page of somebody else's in between, as of a hotel's line, is answered 200 too.
    if (answer.status === 204) return 'kept';
    const said: Record<number, AutosaveResult> = {
      400: 'refused',
      401: 'signed-out',
      403: 'refused',
      409: 'someone-else',
      413: 'too-large',
      507: 'full',
    };
    return said[answer.status] ?? 'offline';
  } catch {
    return 'offline';
  }
}
