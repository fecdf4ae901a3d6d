/** A page of comments beside the story's own, as its address names it. */
export type LaterPage =
  | { kind: 'before'; rootId: number }
  | { kind: 'thread'; rootId: number; after: number };

/** `before-812`, `thread-812` or `thread-812-after-900`; null for any other spelling. */
export function laterPageIn(segment: string): LaterPage | null {
  const [, kind, root, after] =
    /^(before|thread)-([1-9]\d{0,14})(?:-after-([1-9]\d{0,14}))?$/.exec(segment) ?? [];
  const rootId = Number(root);
  if (kind === 'before' && after === undefined) return { kind, rootId };
  if (kind === 'thread') return { kind, rootId, after: Number(after ?? 0) };
  return null;
}
