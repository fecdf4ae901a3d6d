/**
 * What became of a form of the discussion, as the address that its sender is led to says it: `held` and `report`, `on`
 * and `off` of a like, and for a comment that is shown its own number. `-mail`: a letter goes out that asks to confirm the address.
 */
export type CommentOutcome = 'report' | 'on' | 'off' | `${'held' | number}${'' | '-mail'}`;

/**
 * The page as everyone reads it, at the words that say what became of a form. The query is for our own script alone:
 * the edge server knows no such names, so it is the very page that it remembers.
 */
export function outcomeUrl(
  url: string,
  outcome: CommentOutcome,
  { own, fragment = `said-${outcome}` }: { own?: number; fragment?: string } = {},
): string {
  const query = `said=${outcome}${own === undefined ? '' : `&own=${own}`}`;
  return `${url}${url.includes('?') ? '&' : '?'}${query}#${fragment}`;
}

/** A path of this site, as a page of ours has written it into its form; `''` for anything that leads elsewhere. */
export function localPathIn(text: string): string {
  return /^\/[a-z0-9%][\w%/?=&-]{0,300}$/i.test(text) ? text : '';
}
