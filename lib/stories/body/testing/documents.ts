import fc from 'fast-check';
import type { Block } from '../blocks';
import type { Paragraph } from '../blocks/paragraph';
import { DOCUMENT_VERSION, type StoryDocument } from '../document';
import type { Inline, Mark } from '../inline/inline-schema';

/** A document of these blocks. */
export function aDocument(...content: Block[]): StoryDocument {
  return { type: 'doc', version: DOCUMENT_VERSION, content };
}

/** A paragraph of plain text; plain strings are allowed among the blocks. */
export function aParagraph(...parts: (string | Inline)[]): Paragraph {
  return {
    type: 'paragraph',
    content: parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)),
  };
}

export function marked(text: string, ...marks: (Mark | Exclude<Mark['type'], 'link'>)[]): Inline {
  return {
    type: 'text',
    text,
    marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
  };
}

export function aFigure(attrs: Partial<Extract<Block, { type: 'figure' }>['attrs']> = {}): Block {
  return { type: 'figure', attrs: { pictureId: 1, file: '', caption: '', credit: '', alt: '', ...attrs } };
}

const scraps = fc.constantFrom(
  ...[
    'ক',
    'খবর',
    ' ',
    '\u00a0',
    '<',
    '>',
    '&',
    '&lt;',
    '&amp',
    '"',
    '- ',
    '## ',
    '> ',
    '• ',
    '[[ব্লক ১]]',
    '[[',
  ],
  ...['<b>', '</p>', '<!--', '-->', '<hr>', 'ড়', 'র‍্য', '\u200b', '\u09bc', '\u09be', '😀', '\n', '\u0000'],
);
const text = fc.oneof(
  fc.array(scraps, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>({ type: 'bold' }, { type: 'italic' }, { type: 'superscript' }, { type: 'subscript' }),
  fc
    .constantFrom(
      '/sports/7',
      '#a',
      'https://example.com/?a=1&b="2"',
      'javascript:x',
      'mailto:a@b.test',
      '//x.y/<z',
    )
    .map((href): Mark => ({ type: 'link', attrs: { href } })),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('text' as const),
      text,
      marks: fc.array(mark, { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
);
const inlines = fc.array(inline, { maxLength: 6 });
const paragraph = inlines.map((content): Paragraph => ({ type: 'paragraph', content }));
const paragraphs = fc.array(paragraph, { maxLength: 3 });
const picture = fc.record({
  pictureId: fc.option(fc.integer({ min: 1, max: 9 })),
  file: fc.constantFrom('', 'nodi-640.webp'),
  caption: text,
  credit: text,
  alt: text,
});
const list = fc.record({
  type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
  content: fc.array(
    fc
      .array(paragraph, { minLength: 1, maxLength: 2 })
      .map((content) => ({ type: 'listItem' as const, content })),
    { maxLength: 4 },
  ),
});

/** Any document of the right shape, tidy or not. */
export const anyDocument: fc.Arbitrary<StoryDocument> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: paragraph as fc.Arbitrary<Block> },
      fc.record({
        type: fc.constant('heading' as const),
        attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const) }),
        content: inlines,
      }),
      list,
      fc.record({
        type: fc.constantFrom('blockquote' as const, 'correctionNote' as const),
        content: paragraphs,
      }),
      fc.record({
        type: fc.constant('pullQuote' as const),
        attrs: fc.record({ by: text }),
        content: inlines,
      }),
      fc.record({ type: fc.constant('figure' as const), attrs: picture }),
      fc.record({
        type: fc.constant('gallery' as const),
        attrs: fc.record({ caption: text, pictures: fc.array(picture, { maxLength: 3 }) }),
      }),
      fc.record({
        type: fc.constant('table' as const),
        content: fc.array(
          fc.record({
            type: fc.constant('tableRow' as const),
            content: fc.array(
              fc.record({
                type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
                attrs: fc.record({ colspan: fc.integer({ min: 1, max: 3 }), rowspan: fc.constant(1) }),
                content: paragraphs,
              }),
              { maxLength: 3 },
            ),
          }),
          { maxLength: 3 },
        ),
      }),
      fc.constant<Block>({ type: 'horizontalRule' }),
      fc.record({
        type: fc.constant('embed' as const),
        attrs: fc.record({
          provider: fc.constantFrom('youtube' as const, 'audio' as const, 'link' as const),
          url: fc.constantFrom(
            'https://youtu.be/x"y',
            'javascript:alert(1)',
            '/media/a.mp3',
            'data:x',
            'http://<b>',
          ),
          title: text,
          pictureId: fc.constant(null),
        }),
      }),
      fc.record({
        type: fc.constant('factBox' as const),
        attrs: fc.record({ title: text }),
        content: fc.array(fc.oneof(paragraph, list), { maxLength: 3 }),
      }),
      fc.integer({ min: 1, max: 99 }).map((storyId): Block => ({ type: 'alsoRead', attrs: { storyId } })),
    ),
    { maxLength: 7 },
  )
  .map((content) => aDocument(...content));
