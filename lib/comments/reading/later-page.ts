/** A page of comments beside the story's own, as its address names it. */
export type LaterPage =
  | { kind: 'before' | 'oldest' | 'liked'; rootId: number }
  | { kind: 'comment'; commentId: number }
  | { kind: 'thread'; rootId: number; after: number };

/** `before-812`, `oldest-after-812`, `liked-after-812`, `comment-812`, `thread-812` or `thread-812-after-900`; null for any other spelling. */
export function laterPageIn(segment: string): LaterPage | null {
  const [, alone] = /^comment-([1-9]\d{0,14})$/.exec(segment) ?? [];
  if (alone !== undefined) return { kind: 'comment', commentId: Number(alone) };
  const [, order, behind] = /^(oldest|liked)-after-([1-9]\d{0,14})$/.exec(segment) ?? [];
  if (order === 'oldest' || order === 'liked') return { kind: order, rootId: Number(behind) };
  const [, kind, root, after] =
    /^(before|thread)-([1-9]\d{0,14})(?:-after-([1-9]\d{0,14}))?$/.exec(segment) ?? [];
  const rootId = Number(root);
  if (kind === 'before' && after === undefined) return { kind, rootId };
  if (kind === 'thread') return { kind, rootId, after: Number(after ?? 0) };
  return null;
}
