import { htmlText } from '../html/html-text';
import { AS_PARAGRAPH, sanitizeBody } from './sanitize-body';

export interface StoryBody {
  /** The HTML for readers. Only allow-listed elements and attributes, so nothing in it can run. */
  html: string;
  /** The same without tags, one line per paragraph: for search, feeds and word counts. */
  text: string;
}

/**
 * Parses the notation of a story's body. Plain text: a blank line separates paragraphs, a single line break is kept,
 * `## ` starts a subheading, `> ` a quotation, `- ` a list. Allow-listed HTML passes through.
 */
export function bodyFromNotation(source: string): StoryBody {
  const html = sanitizeBody(blocksOf(source));
  return { html, text: htmlText(html) };
}

const BLOCK_NAMES = `p|h[1-6]|ul|ol|blockquote|figure|table|${AS_PARAGRAPH}`;
const BLOCK = new RegExp(`^<(?:${BLOCK_NAMES}|hr)\\b`, 'i');
/** Block elements get lines of their own, wherever they were typed. */
const BLOCK_EDGES = new RegExp(`<(?:${BLOCK_NAMES})\\b|(?<=</(?:${BLOCK_NAMES})>)`, 'gi');
/** Elements with content, so that a blank line inside does not end them. */
const CONTAINERS = new RegExp(`<(/?)(?:p|ul|ol|blockquote|figure|table|${AS_PARAGRAPH})\\b`, 'gi');
/**
 * A tag as people and programs write it. What only resembles one, such as `5 < 6 && 7 > 3`, is text. The length is
 * bounded so that many unclosed tags cost no more than other text.
 */
const TAG =
  /^<(\/?)([a-z][a-z0-9-]*)(?:\s+[^\s"'<>/=&]+(?:\s*=\s*(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^\s"'=<>`]{1,4000}))?){0,40}\s*\/?>/i;
const ENTITY = /^&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});/i;
/** Void elements, and those closed by the next of their kind. */
const SHALLOW = /^(?:p|li|tr|t[dh]|thead|tbody|br|hr|img|input|h[1-6])$/i;
/** The sanitiser's time grows with the square of the depth; no story nests deeper than this. */
const MAX_DEPTH = 100;

function blocksOf(source: string): string {
  const lines = escapeStrays(withoutComments(source.replace(/\r\n?/g, '\n')))
    .replace(BLOCK_EDGES, '\n$&')
    .split('\n');
  const blocks: string[] = [];
  let isBalanced = true;

  for (let at = 0; at < lines.length; ) {
    const line = (lines[at] ?? '').trim();
    let end = at + 1;
    if (line === '') {
      at = end;
      continue;
    }
    if (BLOCK.test(line)) {
      const closed: number | null = isBalanced ? endOfHtml(lines, at) : null;
      isBalanced = closed !== null;
      end = closed ?? endOfBlock(lines, at);
      blocks.push(lines.slice(at, end).join('\n'));
    } else if (/^#{2,3} /.test(line)) {
      blocks.push(subheading(line));
    } else if (marked(line, QUOTE)) {
      while (marked(lines[end], QUOTE)) end += 1;
      blocks.push(quotation(lines.slice(at, end)));
    } else if (marked(line, ITEM)) {
      while (marked(lines[end], ITEM)) end += 1;
      const items = lines.slice(at, end).map((item) => `<li>${item.trim().replace(ITEM, '')}</li>`);
      blocks.push(`<ul>${items.join('')}</ul>`);
    } else {
      while (end < lines.length && continues(lines[end] ?? '')) end += 1;
      blocks.push(paragraph(lines.slice(at, end)));
    }
    at = end;
  }
  return blocks.join('\n');
}

const QUOTE = /^>(?: |$)/;
const ITEM = /^[-•] /;

function marked(line: string | undefined, mark: RegExp): boolean {
  return line !== undefined && mark.test(line.trim());
}

function continues(line: string): boolean {
  const text = line.trim();
  return text !== '' && !BLOCK.test(text) && !/^#{2,3} /.test(text) && !QUOTE.test(text) && !ITEM.test(text);
}

function subheading(line: string): string {
  const level = line.startsWith('###') ? 'h3' : 'h2';
  return `<${level}>${line.replace(/^#+ /, '').trim()}</${level}>`;
}

function quotation(lines: string[]): string {
  const unquoted = lines.map((line) => line.trim().replace(QUOTE, ''));
  const paragraphs = unquoted
    .join('\n')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '');
  return `<blockquote>${paragraphs.map((part) => paragraph(part.split('\n'))).join('')}</blockquote>`;
}

function paragraph(lines: string[]): string {
  return `<p>${lines.map((line) => line.trim()).join('<br>')}</p>`;
}

function endOfBlock(lines: string[], from: number): number {
  let end = from + 1;
  while (end < lines.length && lines[end]?.trim() !== '') end += 1;
  return end;
}

/** The line after the one that closes what line `from` opens; null if it is never closed. */
function endOfHtml(lines: string[], from: number): number | null {
  let depth = 0;
  for (let at = from; at < lines.length; at += 1) {
    for (const [, slash] of (lines[at] ?? '').matchAll(CONTAINERS)) depth += slash ? -1 : 1;
    if (depth <= 0) return at + 1;
  }
  return null;
}

/** A `<` that starts no tag and an `&` that starts no entity are escaped. */
function escapeStrays(source: string): string {
  let depth = 0;
  return source.replace(/[<&]/g, (sign, at: number) => {
    if (sign === '&') return ENTITY.test(source.slice(at, at + 40)) ? sign : '&amp;';
    const [tag, slash, name = ''] = TAG.exec(source.slice(at, at + 8000)) ?? [];
    if (tag === undefined) return '&lt;';
    if (SHALLOW.test(name)) return sign;
    if (slash) depth = Math.max(0, depth - 1);
    else if (depth >= MAX_DEPTH) return '&lt;';
    else depth += 1;
    return sign;
  });
}

/** HTML without comments (block editors put block names into them). An unclosed comment is left as it is. */
export function withoutComments(source: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const from = source.indexOf('<!--', at);
    const to = from < 0 ? -1 : source.indexOf('-->', from + 4);
    if (to < 0) return kept + source.slice(at);
    kept += source.slice(at, from);
    at = to + 3;
  }
}
