import { Parser } from 'htmlparser2';
import { byteDecoder } from './decode-bytes';
import type { ExportPart, ItemTerm } from './export-format';
import { addMeta, commentOf, type ElementContent, emptyElement, partOf } from './export-parts';
import { LineCounter } from './line-counter';

/** The file is not an export, or not beyond `line`, counted from 1. The parts before it were yielded already. */
export class ExportFault extends Error {
  readonly line: number;
  constructor(sentence: string, line: number) {
    super(`Line ${line}: ${sentence}`);
    this.line = line;
  }
}

/** Limits in characters for the text of one element and of one item. Text beyond them is dropped, and `isCut` is set. */
const LONGEST_TEXT = 8_000_000;
const LONGEST_ITEM = 64_000_000;
/** The longest stretch, in characters, without the end of an element. */
const LONGEST_WAIT = 32_000_000;
/**
 * Yields the parts of a WordPress export as the bytes arrive; at most one item is in memory. Document types are
 * rejected, so only XML's five entities exist and nothing is fetched.
 */
export async function* readExport(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<ExportPart> {
  const decoder = byteDecoder();
  const parser = new ExportParser();
  for await (const bytes of chunks) {
    parser.write(decoder.decode(bytes));
    yield* parser.takeParts();
    parser.check();
  }
  parser.write(decoder.end());
  yield* parser.takeParts();
  parser.check();
  parser.end();
}

const NO_EXPORT =
  'this is an RSS feed and not a WordPress export, which has <wp:…> elements. Export with Tools → Export → All content.';
const RECORDS: ReadonlySet<string> = new Set(['item', 'wp:author', 'wp:category']);
const WITHIN_ITEM: ReadonlySet<string> = new Set(['wp:comment', 'wp:postmeta']);

/** Parses an export as its text arrives, and collects the complete parts. */
class ExportParser {
  readonly #open: string[] = [];
  readonly #site = new Map<string, string>();
  readonly #lines = new LineCounter();
  readonly #parser: Parser;
  #parts: ExportPart[] = [];
  #fault: ExportFault | null = null;
  #record: ElementContent | null = null;
  #inner: ElementContent | null = null;
  #term: ItemTerm | null = null;
  #text: string[] = [];
  #textLength = 0;
  #hasSite = false;
  #isWhole = false;
  #isExport = false;
  #hasWordpressElements = false;
  #openedAt = -1;
  #sinceLastElement = 0;

  constructor() {
    this.#parser = new Parser(
      {
        onprocessinginstruction: (name) => {
          if (name.toLowerCase().startsWith('!doctype'))
            this.#fail('document types are not supported; a WordPress export has none.');
        },
        onopentag: (name, attributes) => this.#openTag(name, attributes),
        ontext: (data) => this.#addText(data),
        onclosetag: (name, isImplied) => this.#closeTag(name, isImplied),
      },
      { xmlMode: true },
    );
  }

  write(characters: string): void {
    if (this.#fault || characters === '') return;
    this.#sinceLastElement += characters.length;
    const chunk = this.#lines.isAtStart ? characters.replace(/^\uFEFF\s*|^\s+/, '') : characters;
    this.#lines.add(chunk);
    this.#parser.write(chunk);
    if (this.#sinceLastElement > LONGEST_WAIT) this.#fail('an element that was opened does not end.');
  }

  /** The parts completed since the last call. */
  takeParts(): ExportPart[] {
    const complete = this.#parts;
    this.#parts = [];
    return complete;
  }

  /** Throws `ExportFault` if the file is not well-formed or not an export. */
  check(): void {
    if (this.#fault) throw this.#fault;
  }

  /** Throws `ExportFault` if the file is not complete. */
  end(): void {
    if (this.#isWhole) {
      if (!this.#hasWordpressElements) throw new ExportFault(NO_EXPORT, this.#lines.last);
      return;
    }
    const [innermost] = this.#open.slice(-1);
    const last = this.#lines.last;
    if (!this.#isExport)
      throw new ExportFault('this is not a WordPress export: there is no <channel> element.', last);
    throw new ExportFault(`the file ends inside <${innermost}>: it is truncated.`, last);
  }

  #openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#sinceLastElement = 0;
    this.#openedAt = this.#parser.endIndex;
    const depth = this.#open.push(name);
    this.#clearText();
    if (depth === 1 && name !== 'rss')
      this.#fail(`this is not a WordPress export: the root element is <${name}>, not <rss>.`);
    if (depth === 2 && name === 'channel') this.#isExport = true;
    if (name.startsWith('wp:')) this.#hasWordpressElements = true;
    if (depth === 3 && RECORDS.has(name)) {
      this.#addSite();
      this.#record = emptyElement(name);
    } else if (depth === 4 && this.#record?.element === 'item') {
      if (WITHIN_ITEM.has(name)) this.#inner = emptyElement(name);
      if (name === 'category')
        this.#term = { domain: attributes.domain ?? '', nicename: attributes.nicename ?? '', name: '' };
    }
  }

  #addText(data: string): void {
    if (this.#open.length < 3) return;
    const record = this.#record;
    this.#textLength += data.length;
    if (record) record.length += data.length;
    const isTooLong = this.#textLength > LONGEST_TEXT || (record?.length ?? 0) > LONGEST_ITEM;
    if (!isTooLong) this.#text.push(data);
    else if (record) record.isCut = true;
  }

  #closeTag(name: string, isImplied: boolean): void {
    this.#sinceLastElement = 0;
    const isSelfClosed = isImplied && this.#openedAt === this.#parser.endIndex;
    if (isImplied && !isSelfClosed && !this.#fault)
      this.#fail(`<${name}> is not closed: the XML is not well-formed.`);
    if (this.#fault) return;
    this.#finishElement(name, this.#text.join(''));
    this.#clearText();
    this.#open.pop();
    if (this.#open.length === 0 && name === 'rss') this.#isWhole = true;
  }

  #finishElement(name: string, text: string): void {
    const depth = this.#open.length;
    const record = this.#record;
    if (depth === 3 && !record) this.#site.set(name, text);
    else if (depth === 3 && record) {
      if (!this.#hasWordpressElements) this.#fail(NO_EXPORT);
      const part = partOf(record);
      if (part) this.#parts.push(part);
      this.#record = null;
    } else if (depth === 4 && record) {
      if (this.#inner?.element === 'wp:comment') record.comments.push(commentOf(this.#inner.texts));
      else if (this.#inner?.element === 'wp:postmeta') addMeta(record.meta, this.#inner.texts);
      else if (this.#term) record.terms.push({ ...this.#term, name: text });
      else record.texts.set(name, text);
      this.#inner = null;
      this.#term = null;
    } else if (depth === 5) this.#inner?.texts.set(name, text);
  }

  #clearText(): void {
    this.#text = [];
    this.#textLength = 0;
  }

  #addSite(): void {
    if (this.#hasSite) return;
    this.#hasSite = true;
    const textOf = (name: string) => this.#site.get(name) ?? '';
    const address = textOf('wp:base_blog_url') || textOf('link') || textOf('wp:base_site_url');
    this.#parts.push({ kind: 'site', title: textOf('title').trim(), address: address.trim() });
  }

  #fail(sentence: string): void {
    this.#fault ??= new ExportFault(sentence, this.#lines.at(this.#parser.startIndex));
  }
}
