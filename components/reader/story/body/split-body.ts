const empty = new Set(['br', 'hr', 'img', 'source', 'input', 'wbr', 'col', 'track']);

/**
 * A story's sanitised HTML in two, behind its nth paragraph that stands in nothing else (n: `paragraphs`); null for a story
 * that has no more than that.
 */
export function splitBody(html: string, paragraphs: number): [string, string] | null {
  let depth = 0;
  let seen = 0;
  for (const tag of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/gi)) {
    const [whole, closes, name = '', closesItself] = tag;
    if (empty.has(name.toLowerCase()) || closesItself) continue;
    depth += closes ? -1 : 1;
    if (!closes || depth !== 0 || name.toLowerCase() !== 'p') continue;
    seen += 1;
    const at = tag.index + whole.length;
    const rest = html.slice(at).trim();
    if (seen === paragraphs) return rest === '' ? null : [html.slice(0, at), rest];
  }
  return null;
}
