/** What a WordPress site may ask its front page for: a post by its number, a list by its number or slug. */
export const oldQueryNames = ['p', 'page_id', 'attachment_id', 'cat', 'tag', 'author'] as const;
const LIST = /^\/+\?(?:[^#]*&)?(?:(cat|author)=([1-9]\d{0,14})|(tag)=([^&#]{1,600}))(?:[&#]|$)/;

/**
 * An old address as it is stored and compared: the path alone, decoded, NFC, one slash between its parts and none
 * at its end; of the front page the list that is asked of it, as `/?cat=3`. Takes a path or a whole address. Null for what
 * is none, and for the front page itself.
 */
export function oldPath(address: string): string | null {
  const within = address.trim().replace(/^[a-z]+:\/\/[^/?#]*/i, '');
  const path = within.replace(/[?#].*$/s, '');
  if (!path.startsWith('/')) return null;
  const parts = decoded(path)?.split('/').filter(Boolean);
  if (!parts) return null;
  return parts.length === 0 ? listIn(within) : `/${parts.join('/')}`;
}

function listIn(address: string): string | null {
  const [, numbered, number, , slug = ''] = LIST.exec(address) ?? [];
  if (numbered) return `/?${numbered}=${number}`;
  const tag = decoded(slug);
  return tag ? `/?tag=${tag}` : null;
}

function decoded(text: string): string | null {
  try {
    const plain = decodeURIComponent(text).normalize('NFC');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    return /[\u0000-\u001f\u007f]/.test(plain) || plain.length > 2000 ? null : plain;
  } catch {
    return null;
  }
}

/** The post that an old address without a path names, as in `/?p=123`, `/?page_id=123` and `/?attachment_id=123`; else null. */
export function oldPostNumber(requestTarget: string): number | null {
  const named = /^\/\?(?:[^#]*&)?(?:p|page_id|attachment_id)=([1-9]\d{0,14})(?:[&#]|$)/.exec(requestTarget);
  return named ? Number(named[1]) : null;
}
