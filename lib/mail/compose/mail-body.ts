/** What a letter is made of, from top to bottom. */
export type MailBlock =
  | { kind: 'words'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'button'; text: string; href: string; otherwise: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'quote'; by: string; text: string; link: { text: string; href: string } }
  | { kind: 'story'; headline: string; standfirst: string; link: { text: string; href: string } };

export interface MailBody {
  siteName: string;
  lang: string;
  blocks: readonly MailBlock[];
  /** Why it was sent, and the way to no more of them; mail to staff has none. */
  foot: { why: string; end?: { text: string; href: string } };
}

/** As plain text: every address on a line of its own, so that no mail program breaks it. */
export function plainMail({ siteName, blocks, foot }: MailBody): string {
  const parts = blocks.map(plainBlock);
  const end = foot.end ? `\n${foot.end.text}:\n${foot.end.href}` : '';
  return `${[...parts, `-- \n${siteName}\n${foot.why}${end}`].join('\n\n')}\n`;
}

function plainBlock(block: MailBlock): string {
  switch (block.kind) {
    case 'words':
      return block.text;
    case 'list':
      return block.items.map((item) => `• ${item}`).join('\n');
    case 'button':
    case 'link':
      return `${block.text}:\n${block.href}`;
    case 'quote':
      return `${block.by}:\n${indented(block.text)}\n${block.link.text}:\n${block.link.href}`;
    case 'story':
      return [block.headline, block.standfirst, block.link.href].filter(Boolean).join('\n');
  }
}

/** As simple HTML: no picture, no script, nothing from elsewhere, so that opening it tells nobody anything. */
export function htmlMail({ siteName, lang, blocks, foot }: MailBody): string {
  const parts = blocks.map(htmlBlock);
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(siteName)}</title></head>
<body style="margin:0;background:#fff;color:#1a1a1a;font:16px/1.6 'Noto Serif Bengali','Kalpurush','SolaimanLipi',serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;padding:0 0 8px;border-bottom:2px solid #b3261e;font-size:22px;font-weight:700">${escaped(siteName)}</p>
${parts.join('\n')}
<p style="margin:32px 0 0;padding:12px 0 0;border-top:1px solid #ccc;${SMALL}">${escaped(foot.why)}${foot.end ? `<br>${anchor(foot.end)}` : ''}</p>
</div></body></html>
`;
}

function htmlBlock(block: MailBlock): string {
  switch (block.kind) {
    case 'words':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    case 'button':
      return `<p style="margin:24px 0"><a href="${escaped(block.href)}" style="${BUTTON}">${escaped(block.text)}</a></p><p style="${SMALL}">${escaped(block.otherwise)}<br>${escaped(block.href)}</p>`;
    case 'link':
      return `<p>${anchor(block)}</p>`;
    case 'quote':
      return `<p style="margin:16px 0 4px"><strong>${escaped(block.by)}</strong></p><blockquote style="${QUOTE}">${escaped(block.text).replaceAll('\n', '<br>')}</blockquote><p>${anchor(block.link)}</p>`;
    case 'story':
      return `<h2 style="margin:24px 0 4px;font-size:18px;line-height:1.4"><a href="${escaped(block.link.href)}" style="color:#1a1a1a;text-decoration:none">${escaped(block.headline)}</a></h2>${block.standfirst ? `<p style="margin:0 0 4px">${escaped(block.standfirst)}</p>` : ''}<p style="margin:0">${anchor(block.link)}</p>`;
  }
}

const BUTTON =
  'display:inline-block;padding:12px 24px;background:#b3261e;color:#fff;text-decoration:none;border-radius:4px;font-weight:700';
const SMALL = 'font-size:14px;color:#555';
const QUOTE = 'margin:0 0 8px;padding:0 0 0 12px;border-left:3px solid #ccc';

function anchor({ text, href }: { text: string; href: string }): string {
  return `<a href="${escaped(href)}" style="color:#b3261e">${escaped(text)}</a>`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
