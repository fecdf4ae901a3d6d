import { Parser } from 'htmlparser2';
import { byteDecoder } from './decode-bytes';
import type { ExportComment, ExportItem, ExportPart, ItemTerm } from './shape';

/** The file is none, or stops being one; `line` counts from 1. What came before it was given already. */
export class ExportFault extends Error {
  readonly line: number;
  constructor(sentence: string, line: number) {
    super(`Line ${line}: ${sentence}`);
    this.line = line;
  }
}

/** The longest text of one element, and all of one item, that is held: more is left out, and the item says so. */
const LONGEST_TEXT = 8_000_000;
const LONGEST_ITEM = 64_000_000;
/** Without the end of an element for so long, the file is not what it says. */
const LONGEST_WAIT = 32_000_000;
/** What plugins keep beside a post is often longer than it; only short values are of use here. */
const LONGEST_META = 10_000;

/**
 * The parts of a WordPress export, one after the other, as the bytes come: never more than an item is held. No
 * document type is read, hence no entity beyond the five of XML, and nothing is fetched.
 */
export async function* readExport(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<ExportPart> {
  const decoder = byteDecoder();
  const reading = reader();
  for await (const bytes of chunks) {
    reading.write(decoder.decode(bytes));
    yield* reading.taken();
    reading.check();
  }
  reading.write(decoder.end());
  yield* reading.taken();
  reading.check();
  reading.end();
}

interface Gathering {
  element: string;
  texts: Map<string, string>;
  terms: ItemTerm[];
  meta: Map<string, string>;
  comments: ExportComment[];
  length: number;
  isCut: boolean;
}

const RECORDS: ReadonlySet<string> = new Set(['item', 'wp:author', 'wp:category']);
const WITHIN_ITEM: ReadonlySet<string> = new Set(['wp:comment', 'wp:postmeta']);

function reader() {
  const open: string[] = [];
  const site = new Map<string, string>();
  let parts: ExportPart[] = [];
  let fault: ExportFault | null = null;
  let record: Gathering | null = null;
  let inner: Gathering | null = null;
  let term: ItemTerm | null = null;
  let text: string[] = [];
  let textLength = 0;
  let hasSite = false;
  let isWhole = false;
  let isExport = false;
  let openedAt = -1;
  let silence = 0;
  let before = { characters: 0, lines: 1 };
  let piece = '';

  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.toLowerCase().startsWith('!doctype'))
          fail('a document type stands there, which no WordPress export has. Nothing of it is read.');
      },
      onopentag(name, attributes) {
        silence = 0;
        openedAt = parser.endIndex;
        open.push(name);
        text = [];
        textLength = 0;
        if (open.length === 1 && name !== 'rss')
          fail(`this is no WordPress export: it begins with <${name}> and not with <rss>.`);
        if (open.length === 2 && name === 'channel') isExport = true;
        if (open.length === 3 && RECORDS.has(name)) {
          giveSite();
          record = gathering(name);
        } else if (open.length === 4 && record?.element === 'item') {
          if (WITHIN_ITEM.has(name)) inner = gathering(name);
          if (name === 'category')
            term = { domain: attributes.domain ?? '', nicename: attributes.nicename ?? '', name: '' };
        }
      },
      ontext(data) {
        if (open.length < 3) return;
        const holder = record ?? null;
        textLength += data.length;
        if (holder) holder.length += data.length;
        const isTooLong = textLength > LONGEST_TEXT || (holder?.length ?? 0) > LONGEST_ITEM;
        if (!isTooLong) text.push(data);
        else if (holder) holder.isCut = true;
      },
      onclosetag(name, isImplied) {
        silence = 0;
        const isSelfClosed = isImplied && openedAt === parser.endIndex;
        if (isImplied && !isSelfClosed && !fault)
          fail(`<${name}> is not closed before something else is: the XML is not well-formed.`);
        if (fault) return;
        closed(name);
        open.pop();
        if (open.length === 0 && name === 'rss') isWhole = true;
      },
    },
    { xmlMode: true },
  );

  function closed(name: string): void {
    const said = text.join('');
    text = [];
    textLength = 0;
    if (open.length === 3 && !record) site.set(name, said);
    else if (open.length === 3 && record) {
      const part = partOf(record);
      if (part) parts.push(part);
      record = null;
    } else if (open.length === 4 && record) {
      if (inner?.element === 'wp:comment') record.comments.push(commentOf(inner.texts));
      else if (inner?.element === 'wp:postmeta') keepMeta(record.meta, inner.texts);
      else if (term) record.terms.push({ ...term, name: said });
      else record.texts.set(name, said);
      inner = null;
      term = null;
    } else if (open.length === 5 && inner) inner.texts.set(name, said);
  }

  function giveSite(): void {
    if (hasSite) return;
    hasSite = true;
    const address = site.get('wp:base_blog_url') || site.get('link') || site.get('wp:base_site_url') || '';
    parts.push({ kind: 'site', title: (site.get('title') ?? '').trim(), address: address.trim() });
  }

  function fail(sentence: string): void {
    fault ??= new ExportFault(sentence, lineAt(parser.startIndex));
  }

  function lineAt(index: number): number {
    const within = piece.slice(0, Math.max(0, index - before.characters));
    return before.lines + newlinesIn(within);
  }

  return {
    write(characters: string): void {
      if (fault || characters === '') return;
      silence += characters.length;
      before = { characters: before.characters + piece.length, lines: before.lines + newlinesIn(piece) };
      piece = before.characters === 0 ? characters.replace(/^\uFEFF\s*|^\s+/, '') : characters;
      parser.write(piece);
      if (silence > LONGEST_WAIT) fail('an element that was opened does not end.');
    },
    /** What is whole by now. */
    taken(): ExportPart[] {
      const whole = parts;
      parts = [];
      return whole;
    },
    check(): void {
      if (fault) throw fault;
    },
    end(): void {
      if (isWhole) return;
      const last = before.lines + newlinesIn(piece);
      const [innermost] = open.slice(-1);
      if (!isExport) throw new ExportFault('this is no WordPress export: no <channel> was found.', last);
      throw new ExportFault(`the file ends in the middle of <${innermost}>: it was cut off.`, last);
    },
  };
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function gathering(element: string): Gathering {
  return { element, texts: new Map(), terms: [], meta: new Map(), comments: [], length: 0, isCut: false };
}

function keepMeta(meta: Map<string, string>, texts: ReadonlyMap<string, string>): void {
  const key = texts.get('wp:meta_key') ?? '';
  const value = texts.get('wp:meta_value') ?? '';
  if (key === '' || value.length > LONGEST_META) return;
  // A post may have had several slugs; of everything else the first counts.
  const former = meta.get(key);
  if (former === undefined) meta.set(key, value);
  else if (key === '_wp_old_slug') meta.set(key, `${former}\n${value}`.slice(0, LONGEST_META));
}

function partOf({ element, texts, ...gathered }: Gathering): ExportPart | null {
  const said = (name: string) => (texts.get(name) ?? '').trim();
  if (element === 'wp:author') {
    const full = `${said('wp:author_first_name')} ${said('wp:author_last_name')}`.trim();
    const login = said('wp:author_login');
    return {
      kind: 'author',
      id: idIn(said('wp:author_id')),
      login,
      name: said('wp:author_display_name') || full || login,
    };
  }
  if (element === 'wp:category') {
    const nicename = said('wp:category_nicename');
    return {
      kind: 'category',
      id: idIn(said('wp:term_id')),
      nicename,
      parent: said('wp:category_parent'),
      name: said('wp:cat_name') || nicename,
    };
  }
  return itemOf(said, texts, gathered);
}

function itemOf(
  said: (name: string) => string,
  texts: ReadonlyMap<string, string>,
  { terms, meta, comments, isCut }: Pick<Gathering, 'terms' | 'meta' | 'comments' | 'isCut'>,
): ExportItem {
  return {
    kind: 'item',
    id: idIn(said('wp:post_id')),
    type: said('wp:post_type'),
    status: said('wp:status'),
    title: said('title'),
    link: said('link'),
    guid: said('guid'),
    creator: said('dc:creator'),
    content: texts.get('content:encoded') ?? '',
    excerpt: said('excerpt:encoded'),
    name: said('wp:post_name'),
    parent: idIn(said('wp:post_parent')),
    date: said('wp:post_date'),
    dateGmt: said('wp:post_date_gmt'),
    modifiedGmt: said('wp:post_modified_gmt'),
    commentStatus: said('wp:comment_status'),
    password: said('wp:post_password'),
    attachmentUrl: said('wp:attachment_url'),
    terms,
    meta,
    comments,
    isCut,
  };
}

function commentOf(texts: ReadonlyMap<string, string>): ExportComment {
  const said = (name: string) => (texts.get(`wp:comment_${name}`) ?? '').trim();
  return {
    id: idIn(said('id')),
    parent: idIn(said('parent')),
    userId: idIn(said('user_id')),
    author: said('author'),
    email: said('author_email'),
    url: said('author_url'),
    date: said('date'),
    dateGmt: said('date_gmt'),
    content: said('content'),
    approved: said('approved'),
    type: said('type'),
  };
}

/** Null for 0, which is WordPress's "none", and for what is no number. */
function idIn(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
