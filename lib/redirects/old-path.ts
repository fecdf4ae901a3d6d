/**
 * An old address as it is stored and compared: the path alone, decoded, NFC, one slash between its parts and none
 * at its end. Takes a path or a whole address. Null for what is none, and for the front page.
 */
export function oldPath(address: string): string | null {
  const path = address
    .trim()
    .replace(/^[a-z]+:\/\/[^/?#]*/i, '')
    .replace(/[?#].*$/s, '');
  if (!path.startsWith('/')) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  if (/[\u0000-\u001f\u007f]/.test(decoded) || decoded.length > 2000) return null;
  const parts = decoded.normalize('NFC').split('/').filter(Boolean);
  return parts.length === 0 ? null : `/${parts.join('/')}`;
}

/** The post that an old address without a path names, as in `/?p=123`, `/?page_id=123` and `/?attachment_id=123`; else null. */
export function oldPost(requestTarget: string): number | null {
  const named = /^\/\?(?:[^#]*&)?(?:p|page_id|attachment_id)=([1-9]\d{0,14})(?:[&#]|$)/.exec(requestTarget);
  return named ? Number(named[1]) : null;
}
