import sanitize from 'sanitize-html';
import { safeAddress } from '../html/safe-address';

/** HTML with only allow-listed elements and attributes; nothing in it can run. */
export function sanitizeBody(html: string): string {
  return sanitize(html, policy).trim();
}

/** Elements shown as paragraphs: their layout is not kept. */
export const AS_PARAGRAPH =
  'div|article|section|aside|header|footer|main|nav|details|summary|address|center|pre|form';

const policy: sanitize.IOptions = {
  allowedTags: (
    'p br hr h2 h3 ul ol li blockquote a strong em b i sup sub figure figcaption img ' +
    'table caption thead tbody tr th td'
  ).split(' '),
  allowedAttributes: {
    a: ['href', 'rel'],
    img: ['src', 'alt', 'width', 'height', 'loading'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 24,
  transformTags: {
    ...Object.fromEntries(AS_PARAGRAPH.split('|').map((name) => [name, 'p'])),
    h1: 'h2',
    h4: 'h3',
    h5: 'h3',
    h6: 'h3',
    a: (_, { href = '' }) => link(href) ?? dropped,
    img: (_, attribs) => picture(attribs) ?? dropped,
  },
  exclusiveFilter: ({ tag, text, mediaChildren }) =>
    HOLDS_TEXT.test(tag) && text.trim() === '' && mediaChildren?.length === 0,
};

const HOLDS_TEXT = new RegExp(`^(?:p|h[1-6]|li|blockquote|figure|figcaption|a|${AS_PARAGRAPH})$`);
/** An element that is not allow-listed is removed and its content kept. */
const dropped = { tagName: 'span', attribs: {} };

function link(href: string): sanitize.Tag | null {
  const address = safeAddress(href);
  return address && { tagName: 'a', attribs: { ...address } };
}

/** Only files of our media folder: a reader's browser must not send requests to other sites. */
function picture({ src = '', alt = '', width = '', height = '' }: sanitize.Attributes): sanitize.Tag | null {
  if (!/^\/media\/[\w.-]+$/.test(src)) return null;
  const attribs = { src, alt, ...size('width', width), ...size('height', height), loading: 'lazy' };
  return { tagName: 'img', attribs };
}

function size(name: 'width' | 'height', value: string): Record<string, string> {
  return /^\d{1,5}$/.test(value) ? { [name]: value } : {};
}
