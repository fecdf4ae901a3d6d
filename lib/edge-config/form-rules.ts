import type { FormRules } from '@barta/edge';

const kB = 1024;
/** Below what Next takes for a server action (`next.config.ts`). */
const readerFormBytes = 320 * kB;
const newsFormBytes = 22 * kB * kB;

export const formRules: FormRules = {
  maxBytes: maxFormBytes,
  maxPageFormBytes: readerFormBytes,
  hasSession: hasStaffSession,
  // The one click that ends a subscription (RFC 8058): mail providers send it from wherever they are. The token in its
  // address says what it may end, and it can do nothing else.
  allowsCrossOrigin: (path) => path === '/api/letters/unsubscribe',
  isUpload: (path) => /^\/(?:admin\/(?:pictures|media|ads|settings)|send-news)/.test(path),
  // Next would take such an address for a story's, and answer in three English words.
  usesPublicNotFound: (path) => /^\/(?:account|login)(?:\/|$)/.test(path),
};

/** The desk works while readers storm. */
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
 * The most bytes that a body may have. A comment's 5,000 characters of the longest kind (emoji families) are 125 kB, and a
 * form that was refused carries them twice: as typed, and in its last state. A reader's news may have five pictures.
 */
export function maxFormBytes(path: string, cookie: string | undefined): number {
  // A story's fields as JSON: a document of blocks may have 1.6 million characters, three bytes each in Bengali.
  if (path === '/api/drafts' && hasStaffSession(cookie)) return 5 * kB * kB;
  if (path === '/api/views') return 2 * kB;
  if (path === '/send-news') return newsFormBytes;
  // A film comes in pieces of 4 MB.
  const isFiles = path === '/api/pictures' || path === '/api/media';
  if (!isFiles && !/^\/admin(\/|$)/.test(path)) return readerFormBytes;
  const mayHoldFiles =
    (isFiles || /^\/admin\/(pictures|media|stories|ads|settings\/identity)(\/|$)/.test(path)) &&
    hasStaffSession(cookie);
  return mayHoldFiles ? 25 * kB * kB : 2 * kB * kB;
}
