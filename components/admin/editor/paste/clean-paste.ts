export interface CleanPaste {
  html: string;
  /** Pictures that stood in the clipboard itself, as `data:` addresses, in order. They are not in `html`. */
  pictures: string[];
  /** How many pictures stood elsewhere and were left there. */
  elsewhere: number;
}

/**
 * HTML out of Word, Google Docs or a web page as paragraphs, headings, lists, tables, links, bold and italic, and
 * nothing of how it looked. `turned` goes over each piece of text, as Bijoy needs.
 */
export function cleanPaste(pasted: string, turned: (text: string) => string = (text) => text): CleanPaste {
  const page = new DOMParser().parseFromString(withoutOffice(pasted), 'text/html');
  const { body } = page;
  const found: CleanPaste = { html: '', pictures: [], elsewhere: 0 };

  for (const gone of body.querySelectorAll(
    'script, style, meta, link, title, template, noscript, iframe, object, embed, svg, canvas, form, button, input, select, textarea, nav',
  ))
    gone.remove();
  removeComments(page, body);
  takePictures(body, found);
  for (const element of body.querySelectorAll<HTMLElement>('*')) {
    if (isHidden(element)) element.remove();
  }
  listsOfWord(page, body);
  for (const element of [...body.querySelectorAll<HTMLElement>('b, strong, i, em, span, font, u, s')])
    plainMark(page, element);
  for (const link of body.querySelectorAll('a')) plainLink(link);
  for (const heading of body.querySelectorAll('h1, h4, h5, h6'))
    renamed(page, heading, heading.localName === 'h1' ? 'h2' : 'h3');
  paragraphsAtBreaks(page, body);
  for (const element of body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) {
      if (!KEPT[element.localName]?.includes(name)) element.removeAttribute(name);
    }
  }
  for (const text of textsIn(page, body)) text.data = turned(text.data);
  found.html = body.innerHTML;
  return found;
}

const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
};

/** Word's conditional parts hold a second copy of lists and shapes, and its `o:p` an empty line each. */
function withoutOffice(html: string): string {
  return html
    .replace(/<!--\[if[^\]]*\]>[\s\S]*?<!\[endif\]-->/gi, '')
    .replace(/<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>/gi, '<span data-bullet>$1</span>')
    .replace(/<!\[(?:if[^\]]*|endif)\]>/gi, '')
    .replace(/<\/?(?:o|w|m|v|st1):[a-z][^>]*>/gi, '')
    .replace(/<\?xml[^>]*>/gi, '');
}

function removeComments(page: Document, body: HTMLElement): void {
  const walker = page.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const all: Node[] = [];
  while (walker.nextNode()) all.push(walker.currentNode);
  for (const comment of all) comment.parentNode?.removeChild(comment);
}

function takePictures(body: HTMLElement, found: CleanPaste): void {
  for (const image of body.querySelectorAll('img')) {
    if (/^data:image\//i.test(image.src)) found.pictures.push(image.src);
    // Word's lie on the writer's own disk, which no page may read.
    else if (image.getAttribute('src')) found.elsewhere += 1;
    image.remove();
  }
}

function isHidden({ style }: HTMLElement): boolean {
  return style.display === 'none' || /mso-hide:\s*all/.test(style.cssText);
}

/** Word writes a list as paragraphs that say `mso-list:l0 level2 lfo1`, each with its bullet as text. */
function listsOfWord(page: Document, body: HTMLElement): void {
  const open: { level: number; list: HTMLElement }[] = [];
  let last: Element | null = null;
  for (const item of body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6, div')) {
    const level = Number(/mso-list:[^;"]*level(\d)/i.exec(item.getAttribute('style') ?? '')?.[1] ?? 0);
    if (level === 0) continue;
    if (last && item.previousElementSibling !== last) open.length = 0;

    const bullet = item.querySelector('[data-bullet], [style*="mso-list:Ignore" i]');
    const isNumbered = /^\s*[(]?(?:\d+|[০-৯]+|[a-z]|[ivx]+)[.)]/i.test(bullet?.textContent ?? '');
    bullet?.remove();
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    let holder = open.at(-1);
    if (!holder || holder.level < level) {
      const list = page.createElement(isNumbered ? 'ol' : 'ul');
      const parent = holder?.list.lastElementChild;
      if (parent) parent.append(list);
      else item.before(list);
      holder = { level, list };
      open.push(holder);
    }
    const li = page.createElement('li');
    li.append(...item.childNodes);
    holder.list.append(li);
    item.remove();
    last = open[0]?.list ?? null;
  }
}

/** Bold and italic by what they look like, not by what they are called; all other looks go. */
function plainMark(page: Document, element: HTMLElement): void {
  const { fontWeight, fontStyle, verticalAlign } = element.style;
  const isBoldTag = /^(?:b|strong)$/.test(element.localName);
  const isBold = fontWeight ? /^(?:bold(?:er)?|[6-9]00)$/.test(fontWeight) : isBoldTag;
  const isItalic = fontStyle ? fontStyle === 'italic' : /^(?:i|em)$/.test(element.localName);
  // Google wraps the whole of a copy in a `b` that is not bold, blocks and all.
  const holdsBlocks = element.querySelector('p, div, h1, h2, h3, ul, ol, table, blockquote') !== null;
  const isHeading = element.closest('h1, h2, h3, h4, h5, h6') !== null;
  const marks = holdsBlocks
    ? []
    : [
        ...(isBold && !isHeading ? ['strong'] : []),
        ...(isItalic ? ['em'] : []),
        ...(verticalAlign === 'super' ? ['sup'] : verticalAlign === 'sub' ? ['sub'] : []),
      ];
  let inside: Node[] = [...element.childNodes];
  for (const name of marks) {
    const mark = page.createElement(name);
    mark.append(...inside);
    inside = [mark];
  }
  element.replaceWith(...inside);
}

/** Google's own links lead by way of a page of theirs; a mark inside the page one copied from leads nowhere here. */
function plainLink(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href') ?? '';
  const url = URL.parse(href);
  const onward =
    url && /(?:^|\.)google\.com$/.test(url.hostname) && url.pathname === '/url' && url.searchParams.get('q');
  if (onward) link.setAttribute('href', onward);
  else if (!leadsSomewhere(href)) link.replaceWith(...link.childNodes);
}

/** Whether an address may stand in a text: a page or a mailbox, elsewhere or here, and nothing that runs. */
export function leadsSomewhere(href: string): boolean {
  const url = URL.parse(href);
  return url ? /^(?:https?|mailto):$/.test(url.protocol) : /^\/(?!\/)/.test(href);
}

function renamed(page: Document, element: Element, name: string): void {
  const other = page.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** On the web, two breaks in a row are often what stands between paragraphs. */
function paragraphsAtBreaks(page: Document, body: HTMLElement): void {
  for (const br of [...body.querySelectorAll('br')]) {
    const parent = br.parentElement;
    const second = nextVisible(br);
    if (second?.nodeName !== 'BR' || !parent || !/^(?:p|div|body|td|li)$/.test(parent.localName)) continue;
    const before = page.createElement('p');
    for (let one = br.previousSibling; one && !BLOCK.test(one.nodeName); one = br.previousSibling)
      before.prepend(one);
    if (parent.localName === 'p') parent.before(before);
    else br.before(before);
    br.remove();
    if (nextVisible(second)?.nodeName !== 'BR') second.remove();
  }
}

const BLOCK = /^(?:P|DIV|H[1-6]|UL|OL|TABLE|BLOCKQUOTE|HR)$/;

function nextVisible(node: Node): ChildNode | null {
  let next = node.nextSibling;
  while (next?.nodeType === Node.TEXT_NODE && next.textContent?.trim() === '') next = next.nextSibling;
  return next;
}

function textsIn(page: Document, body: HTMLElement): Text[] {
  const walker = page.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}
