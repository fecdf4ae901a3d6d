import { escapeHtml } from '../html/escape-html';
import { safeAddress } from '../html/safe-address';
import type { Inline, Mark } from './inline-schema';

export function inlineHtml(content: readonly Inline[]): string {
  return content
    .map((one) =>
      one.type === 'hardBreak' ? '<br />' : (one.marks ?? []).reduceRight(marked, escapeHtml(one.text)),
    )
    .join('');
}

/** The attributes of a link to an address that `safeAddress` has approved. */
export function linkAttributes({ href, rel }: { href: string; rel?: string }): string {
  return `href="${escapeHtml(href)}"${rel ? ` rel="${rel}"` : ''}`;
}

const elements = { bold: 'strong', italic: 'em', superscript: 'sup', subscript: 'sub' } as const;

function marked(html: string, mark: Mark): string {
  if (mark.type !== 'link') return `<${elements[mark.type]}>${html}</${elements[mark.type]}>`;
  const address = safeAddress(mark.attrs.href);
  return address ? `<a ${linkAttributes(address)}>${html}</a>` : html;
}
