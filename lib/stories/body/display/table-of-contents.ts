/** A heading of a body: its anchor on the page, and its words. */
export interface TableOfContentsLine {
  anchor: string;
  words: string;
}

/**
 * A stored body with an id on each heading, and the list of them. Texts are escaped in the HTML, plain in the list.
 */
export function withTableOfContents(bodyHtml: string): { html: string; contents: TableOfContentsLine[] } {
  const contents: TableOfContentsLine[] = [];
  const html = bodyHtml.replace(/<h2>([\s\S]*?)<\/h2>/g, (_, inside: string) => {
    const anchor = `part-${contents.length + 1}`;
    contents.push({ anchor, words: wordsIn(inside) });
    return `<h2 id="${anchor}">${inside}</h2>`;
  });
  return { html, contents };
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function wordsIn(html: string): string {
  return html
    .replace(/<br ?\/?>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)
    .trim();
}
