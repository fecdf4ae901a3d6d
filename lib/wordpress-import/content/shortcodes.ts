import { type BodyItem, embedOf, mediumOf } from './embeds';
import { addItem, type BodyFinds } from './placeholders';
import { plainTextOf } from './plain-text';

/** Attributes contain no brackets; everything is bounded, so that many unclosed brackets cost no more. */
const CODE = /\[(\[?)(\/?)([a-z][a-z0-9_-]{0,40})((?:\s[^[\]]{0,4000})?)\](\]?)/gi;

/**
 * Replaces WordPress's own shortcodes with what they show, and removes others while keeping their content. Other text
 * in brackets, such as [sic] or [নাম প্রকাশে অনিচ্ছুক], stays.
 */
export function withoutShortcodes(source: string, finds: BodyFinds): string {
  if (!source.includes('[')) return source;
  const closing = new Set(
    [...source.matchAll(/\[\/([a-z][a-z0-9_-]{0,40})\]/gi)].map(([, name]) => lower(name)),
  );
  let text = '';
  let at = 0;
  const codes = new RegExp(CODE);
  for (let found = codes.exec(source); found; found = codes.exec(source)) {
    const [whole, doubled, slash = '', decodedSlug = '', given = '', doubledEnd] = found;
    const name = lower(decodedSlug);
    text += source.slice(at, found.index);
    at = codes.lastIndex;
    if (doubled && doubledEnd) {
      text += whole.slice(1, -1);
      continue;
    }
    const attributes = attributesIn(given);
    const content =
      slash || !WITH_CONTENT.has(name) || !closing.has(name) ? null : contentFrom(source, at, name);
    const replacement = slash ? '' : replacementFor(name, attributes, content?.inside ?? '', finds);
    if (replacement !== null && (KNOWN.has(name) || slash === '')) {
      if (content) at = content.end;
      codes.lastIndex = at;
      text += replacement;
    } else if (isCode(name, given, slash, closing)) {
      if (!slash) finds.dropped.add(`shortcode [${name}]`);
    } else text += whole;
  }
  return text + source.slice(at);
}

const WITH_CONTENT: ReadonlySet<string> = new Set(['caption', 'wp_caption', 'embed', 'audio', 'video']);
const KNOWN: ReadonlySet<string> = new Set([...WITH_CONTENT, 'gallery']);

const lower = (name = '') => name.toLowerCase();

function contentFrom(source: string, from: number, name: string): { inside: string; end: number } | null {
  const mark = `[/${name}]`;
  // A caption is short: a closing tag further away belongs to another.
  const near = source.slice(from, from + 20_000).toLowerCase();
  const to = near.indexOf(mark);
  return to === -1 ? null : { inside: source.slice(from, from + to), end: from + to + mark.length };
}

/** Null for a shortcode that is not WordPress's own. */
function replacementFor(
  name: string,
  attributes: Readonly<Record<string, string>>,
  inside: string,
  finds: BodyFinds,
): string | null {
  if (name === 'caption' || name === 'wp_caption') {
    const [, image = '', words = ''] =
      /^(\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>\s*(?:<\/a>)?)(.*)$/is.exec(inside) ?? [];
    if (image === '') return inside;
    return `<figure>${image}<figcaption>${words.trim() || attributes.caption || ''}</figcaption></figure>`;
  }
  if (name === 'gallery') {
    const named = attributes.ids ?? attributes.include;
    const attachments =
      named === undefined ? null : (named.match(/\d{1,15}/g) ?? []).map(Number).slice(0, 60);
    return addItem(finds, { kind: 'gallery', attachments, pictures: [], caption: '' });
  }
  if (name === 'embed') return placed(embedOf(plainTextOf(inside)), plainTextOf(inside), finds);
  if (name === 'audio' || name === 'video') {
    const file = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'mp4', 'm4v', 'webm', 'ogv', 'mov']
      .map((key) => attributes[key])
      .find(Boolean);
    return file ? placed(mediumOf(file, name), file, finds) : '';
  }
  return null;
}

function placed(item: BodyItem | null, address: string, finds: BodyFinds): string {
  if (item) return addItem(finds, item);
  const url = URL.parse(address.trim());
  return url && /^https?:$/.test(url.protocol)
    ? `<a href="${encodeURI(url.href).replaceAll('"', '%22')}">${url.host}</a>`
    : '';
}

function isCode(name: string, given: string, slash: string, closing: ReadonlySet<string>): boolean {
  return slash !== '' || given.includes('=') || closing.has(name) || /[_-]/.test(name);
}

function attributesIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([a-z][a-z0-9_-]{0,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gi,
  ))
    found[name.toLowerCase()] = double ?? single ?? bare ?? '';
  return found;
}
