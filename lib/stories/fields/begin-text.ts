import { storyFields } from './catalogue';

type TextColumns = Readonly<Record<string, unknown>>;

const beginning = storyFields.filter(([, { beginsText }]) => beginsText).map(([name]) => name);

/**
 * A story's HTML with a prefix at the beginning of its text, inside the first paragraph if the text starts with one.
 */
export function withTextBeginning(html: string, story: TextColumns): string {
  const words = textsIn(story, beginning).map(escapeHtml).join(' ');
  if (words === '' || html === '') return html;
  const mark = /[\p{L}\p{M}\p{N})]$/u.test(words) ? ':' : '';
  const beginningHtml = `<b class="dateline">${words}${mark}</b>`;
  const [paragraph] = /^<p(?: [^>]*)?>/.exec(html) ?? [];
  if (paragraph === undefined) return `<p>${beginningHtml}</p>\n${html}`;
  return `${paragraph}${beginningHtml} ${html.slice(paragraph.length)}`;
}

/** The properties of schema.org's NewsArticle that story fields provide. */
export function structuredFields(story: TextColumns): Record<string, string> {
  return Object.fromEntries(
    storyFields.flatMap(([name, { schemaOrg }]) => {
      const [text] = textsIn(story, [name]);
      return schemaOrg && text ? [[schemaOrg, text]] : [];
    }),
  );
}

function textsIn(story: TextColumns, names: readonly string[]): string[] {
  return names
    .map((name) => story[name])
    .filter((text) => typeof text === 'string' && text !== '') as string[];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
