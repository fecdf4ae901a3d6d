import type { FormRules } from '@barta/edge';

const kB = 1024;
/** Below Next's limit for a server action (`next.config.ts`). */
const readerFormBytes = 320 * kB;
const newsFormBytes = 22 * kB * kB;

export const formRules: FormRules = {
  maxBytes: maxFormBytes,
  maxPageFormBytes: readerFormBytes,
  hasSession: hasStaffSession,
  // One-click unsubscribe (RFC 8058): mail providers send it from any origin. The token in the address identifies the
  // subscription and permits nothing else.
  allowsCrossOrigin: (path) => path === '/api/letters/unsubscribe',
  isUpload: (path) => /^\/(?:admin\/(?:pictures|media|ads|settings)|send-news)/.test(path),
  // Next would take such an address for a story's, and answer in English.
  usesPublicNotFound: (path) => /^\/(?:account|login)(?:\/|$)/.test(path),
};

/** The desk stays usable while readers overload the site. */
export function isStaffRequest(path: string, cookie: string | undefined): boolean {
  return /^\/(admin|login|api)(\/|$)/.test(path) || hasStaffSession(cookie);
}

export function hasStaffSession(cookie: string | undefined): boolean {
  return (
    cookie !== undefined &&
    /(?:^|;\s*)(?:__Secure-|__Host-)?next-auth\.session-token(?:\.\d+)?=./.test(cookie)
  );
}

/**
 * The maximum size of a body in bytes. A comment's 5,000 characters of the longest kind (emoji families) are 125 kB,
 * and a refused form carries them twice: as typed, and in its previous state. A tip may have five pictures.
 */
export function maxFormBytes(path: string, cookie: string | undefined): number {
  // A story's fields as JSON: a document may have 1.6 million characters of three bytes each in Bengali.
  if (path === '/api/drafts' && hasStaffSession(cookie)) return 5 * kB * kB;
  if (path === '/api/views') return 2 * kB;
  if (path === '/send-news') return newsFormBytes;
  // Videos are uploaded in chunks of 4 MB.
  const isFiles = path === '/api/pictures' || path === '/api/media';
  if (!isFiles && !/^\/admin(\/|$)/.test(path)) return readerFormBytes;
  const mayHoldFiles =
    (isFiles || /^\/admin\/(pictures|media|stories|ads|settings\/identity)(\/|$)/.test(path)) &&
    hasStaffSession(cookie);
  return mayHoldFiles ? 25 * kB * kB : 2 * kB * kB;
}
