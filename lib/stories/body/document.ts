import { z } from 'zod';

/**
 * A body as blocks: ProseMirror's JSON under a version of ours. A later version is another shape beside this one,
 * with a step from here to there; what is stored is never rewritten in place.
 */
export const DOCUMENT_VERSION = 1;

/** What a document may hold at most, checked before its shape is looked at. `characters` are of its JSON. */
export const documentLimits = { characters: 1_600_000, nodes: 30_000, depth: 16 } as const;

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('link'), attrs: z.object({ href: z.string().max(2000) }) }),
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('superscript') }),
  z.object({ type: z.literal('subscript') }),
]);
const words = z.object({ type: z.literal('text'), text: z.string(), marks: z.array(mark).max(5).optional() });
const inline = z.discriminatedUnion('type', [words, z.object({ type: z.literal('hardBreak') })]);
const inlines = z.array(inline).default([]);

const paragraph = z.object({ type: z.literal('paragraph'), content: inlines });
const heading = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines,
});

export interface ListItem {
  type: 'listItem';
  content: (Paragraph | List)[];
}
export interface List {
  type: 'bulletList' | 'orderedList';
  content: ListItem[];
}
const list: z.ZodType<List> = z.lazy(() =>
  z.object({
    type: z.enum(['bulletList', 'orderedList']),
    content: z.array(
      z.object({ type: z.literal('listItem'), content: z.array(z.union([paragraph, list])).min(1) }),
    ),
  }),
);

const quotation = z.object({ type: z.literal('blockquote'), content: z.array(paragraph) });
/** Words of the story itself, set large. `by`: whose they are; `''`: nobody is named. */
const pullQuote = z.object({
  type: z.literal('pullQuote'),
  attrs: z.object({ by: z.string().max(200).default('') }),
  content: inlines,
});

const pictureId = z.number().int().positive().max(1e15).nullable();
/** A picture of the library; or, of a body that came as HTML, a file of the media folder. Empty words: the library's. */
const pictured = z.object({
  pictureId: pictureId.default(null),
  file: z
    .string()
    .regex(/^(?:[\w-][\w.-]{0,199})?$/)
    .default(''),
  caption: z.string().max(1000).default(''),
  credit: z.string().max(300).default(''),
  alt: z.string().max(1000).default(''),
});
const figure = z.object({ type: z.literal('figure'), attrs: pictured });
const gallery = z.object({
  type: z.literal('gallery'),
  attrs: z.object({ caption: z.string().max(1000).default(''), pictures: z.array(pictured).max(60) }),
});

const span = z.number().int().min(1).max(100).default(1);
const cell = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.object({ colspan: span, rowspan: span }).default({ colspan: 1, rowspan: 1 }),
  content: z.array(paragraph).default([]),
});
const table = z.object({
  type: z.literal('table'),
  content: z.array(z.object({ type: z.literal('tableRow'), content: z.array(cell).max(60) })).max(1000),
});

export const embedProviders = ['youtube', 'facebook', 'x', 'audio', 'video', 'link'] as const;
export type EmbedProvider = (typeof embedProviders)[number];
/** Something that stands elsewhere, shown as a card of ours that leads to it. The thumbnail is kept by us. */
const embed = z.object({
  type: z.literal('embed'),
  attrs: z.object({
    provider: z.enum(embedProviders),
    url: z.string().max(2000),
    title: z.string().max(500).default(''),
    pictureId: pictureId.default(null),
  }),
});

const factBox = z.object({
  type: z.literal('factBox'),
  attrs: z.object({ title: z.string().max(300).default('') }),
  content: z.array(z.union([paragraph, list])),
});
const correctionNote = z.object({ type: z.literal('correctionNote'), content: z.array(paragraph) });
const alsoRead = z.object({
  type: z.literal('alsoRead'),
  attrs: z.object({ storyId: z.number().int().positive().max(1e15) }),
});
const rule = z.object({ type: z.literal('horizontalRule') });

const block = z.union([
  paragraph,
  heading,
  list,
  quotation,
  pullQuote,
  figure,
  gallery,
  table,
  rule,
  embed,
  factBox,
  correctionNote,
  alsoRead,
]);

export const documentShape = z.object({
  type: z.literal('doc'),
  version: z.literal(DOCUMENT_VERSION),
  content: z.array(block),
});

export type StoryDocument = z.infer<typeof documentShape>;
export type Block = z.infer<typeof block>;
export type Paragraph = z.infer<typeof paragraph>;
export type Inline = z.infer<typeof inline>;
export type Words = z.infer<typeof words>;
export type Mark = z.infer<typeof mark>;
export type Pictured = z.infer<typeof pictured>;
export type Table = z.infer<typeof table>;

export const nodeTypes: ReadonlySet<string> = new Set([
  ...['doc', 'text', 'hardBreak', 'paragraph', 'heading', 'bulletList', 'orderedList', 'listItem'],
  ...['blockquote', 'pullQuote', 'figure', 'gallery', 'table', 'tableRow', 'tableCell', 'tableHeader'],
  ...['horizontalRule', 'embed', 'factBox', 'correctionNote', 'alsoRead'],
]);
