import type { ExportComment, ExportItem, ExportPart, ItemTerm } from './export-format';

/** Plugins store long values as post meta; only short ones are needed here. */
const LONGEST_META = 10_000;

/** The text of an element and of its children. */
export interface ElementContent {
  element: string;
  texts: Map<string, string>;
  terms: ItemTerm[];
  meta: Map<string, string>;
  comments: ExportComment[];
  length: number;
  isCut: boolean;
}

export function emptyElement(element: string): ElementContent {
  return { element, texts: new Map(), terms: [], meta: new Map(), comments: [], length: 0, isCut: false };
}

export function addMeta(meta: Map<string, string>, texts: ReadonlyMap<string, string>): void {
  const key = texts.get('wp:meta_key') ?? '';
  const value = texts.get('wp:meta_value') ?? '';
  if (key === '' || value.length > LONGEST_META) return;
  // A post may have had several slugs; of other keys the first value is used.
  const former = meta.get(key);
  if (former === undefined) meta.set(key, value);
  else if (key === '_wp_old_slug') meta.set(key, `${former}\n${value}`.slice(0, LONGEST_META));
}

export function partOf({ element, texts, ...gathered }: ElementContent): ExportPart | null {
  const textOf = (name: string) => (texts.get(name) ?? '').trim();
  if (element === 'wp:author') {
    const full = `${textOf('wp:author_first_name')} ${textOf('wp:author_last_name')}`.trim();
    const login = textOf('wp:author_login');
    return {
      kind: 'author',
      id: idIn(textOf('wp:author_id')),
      login,
      name: textOf('wp:author_display_name') || full || login,
    };
  }
  if (element === 'wp:category') {
    const nicename = textOf('wp:category_nicename');
    return {
      kind: 'category',
      id: idIn(textOf('wp:term_id')),
      nicename,
      parent: textOf('wp:category_parent'),
      name: textOf('wp:cat_name') || nicename,
    };
  }
  return itemOf(textOf, texts, gathered);
}

function itemOf(
  textOf: (name: string) => string,
  texts: ReadonlyMap<string, string>,
  { terms, meta, comments, isCut }: Pick<ElementContent, 'terms' | 'meta' | 'comments' | 'isCut'>,
): ExportItem {
  return {
    kind: 'item',
    id: idIn(textOf('wp:post_id')),
    type: textOf('wp:post_type'),
    status: textOf('wp:status'),
    title: textOf('title'),
    link: textOf('link'),
    guid: textOf('guid'),
    creator: textOf('dc:creator'),
    content: texts.get('content:encoded') ?? '',
    excerpt: textOf('excerpt:encoded'),
    name: textOf('wp:post_name'),
    parent: idIn(textOf('wp:post_parent')),
    date: textOf('wp:post_date'),
    dateGmt: textOf('wp:post_date_gmt'),
    modifiedGmt: textOf('wp:post_modified_gmt'),
    commentStatus: textOf('wp:comment_status'),
    password: textOf('wp:post_password'),
    attachmentUrl: textOf('wp:attachment_url'),
    terms,
    meta,
    comments,
    isCut,
  };
}

export function commentOf(texts: ReadonlyMap<string, string>): ExportComment {
  const textOf = (name: string) => (texts.get(`wp:comment_${name}`) ?? '').trim();
  return {
    id: idIn(textOf('id')),
    parent: idIn(textOf('parent')),
    userId: idIn(textOf('user_id')),
    author: textOf('author'),
    email: textOf('author_email'),
    url: textOf('author_url'),
    date: textOf('date'),
    dateGmt: textOf('date_gmt'),
    content: textOf('content'),
    approved: textOf('approved'),
    type: textOf('type'),
  };
}

/** Null for 0, which WordPress writes for "none", and for anything that is not a number. */
function idIn(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
