import { fromBengaliDigits, toBengaliDigits } from '@barta/bengali/digits';
import { truncateGraphemes } from '@barta/bengali/graphemes';
import { done, type Result, refused } from '@/lib/result';
import {
  type Block,
  DOCUMENT_VERSION,
  type Inline,
  type Mark,
  type Paragraph,
  type StoryDocument,
} from '../document';
import { escaped } from '../document-html';
import { textOfDocument } from '../document-text';
import { storyBody } from './body-from-notation';
import { documentFromHtml } from './document-from-html';

/**
 * A document in the notation of `storyBody`, for a form without script. A block that the notation has no sign for,
 * as a picture or a table, is one line, `[[ব্লক ৩: ছবি – ভোরের নদী]]`: it may be moved, doubled or taken out, and
 * `documentFromTyped` puts the block itself there again. What stands after the number is for people only.
 */
export function typedFromDocument(document: StoryDocument): string {
  return document.content.map((block, at) => typedBlock(block) ?? placeOf(block, at)).join('\n\n');
}

/**
 * The reverse, with the document that the typed text was made from. A line that names a block which is not there is
 * refused rather than printed or dropped.
 */
export function documentFromTyped(
  typed: string,
  base: StoryDocument | null = null,
): Result<StoryDocument, 'unknown-block'> {
  const content: Block[] = [];
  let between: string[] = [];
  const end = () => {
    content.push(...documentFromHtml(storyBody(between.join('\n')).html).content);
    between = [];
  };
  for (const line of typed.replace(/\r\n?/g, '\n').split('\n')) {
    const number = PLACE.exec(line.trim())?.[1];
    if (number === undefined) {
      between.push(line);
      continue;
    }
    const block = base?.content[Number(fromBengaliDigits(number)) - 1];
    if (!block) return refused('unknown-block');
    end();
    content.push(block);
  }
  end();
  return done({ type: 'doc', version: DOCUMENT_VERSION, content });
}

/** Whether a typed text names blocks of the document it was made from. */
export function namesBlocks(typed: string): boolean {
  return typed.split('\n').some((line) => PLACE.test(line.trim()));
}

/** Whether a document holds what only it can hold. */
export function hasUntypedBlocks(document: StoryDocument): boolean {
  return document.content.some((block) => typedBlock(block) === null);
}

const PLACE = /^\[\[ব্লক ([০-৯\d]{1,5})(?:[:：].*)?\]\]$/;
const LONGEST_SAID = 60;

const names: Readonly<Record<Block['type'], string>> = {
  paragraph: 'অনুচ্ছেদ',
  heading: 'উপশিরোনাম',
  blockquote: 'উদ্ধৃতি',
  bulletList: 'তালিকা',
  orderedList: 'ক্রমিক তালিকা',
  pullQuote: 'বড় উদ্ধৃতি',
  figure: 'ছবি',
  gallery: 'ছবির সারি',
  table: 'ছক',
  horizontalRule: 'রেখা',
  embed: 'কার্ড',
  factBox: 'তথ্যবাক্স',
  correctionNote: 'সংশোধনী',
  alsoRead: 'আরও পড়ুন',
};

function placeOf(block: Block, at: number): string {
  const said = (sayingOf(block) ?? '').replace(/[[\]\s]+/g, ' ').trim();
  const words = said && ` – ${truncateGraphemes(said, LONGEST_SAID, '…')}`;
  return `[[ব্লক ${toBengaliDigits(at + 1)}: ${names[block.type]}${words}]]`;
}

function sayingOf(block: Block): string | undefined {
  if (block.type === 'figure') return block.attrs.caption || block.attrs.alt;
  if (block.type === 'alsoRead') return toBengaliDigits(block.attrs.storyId);
  if (block.type === 'embed') return block.attrs.title || block.attrs.url;
  return textOfDocument({ type: 'doc', version: DOCUMENT_VERSION, content: [block] }).split('\n')[0];
}

/** Null for a block that the notation has no sign for. */
function typedBlock(block: Block): string | null {
  switch (block.type) {
    case 'paragraph':
      return linesOf(block.content).map(guarded).join('\n');
    case 'heading':
      return `${block.attrs.level === 2 ? '##' : '###'} ${linesOf(block.content).join('<br>')}`;
    case 'blockquote':
      return block.content
        .map(({ content }) =>
          linesOf(content)
            .map((line) => `> ${line}`)
            .join('\n'),
        )
        .join('\n>\n');
    case 'bulletList': {
      const items = block.content.map((item) => item.content);
      const isPlain = items.every((parts) => parts.length === 1 && parts[0]?.type === 'paragraph');
      if (!isPlain) return null;
      return items.map(([only]) => `- ${linesOf((only as Paragraph).content).join('<br>')}`).join('\n');
    }
    case 'horizontalRule':
      return '<hr>';
    default:
      return null;
  }
}

/** Signs that begin something else at the beginning of a line. */
const BEGINNING = /^(?:#{2,3} |>(?: |$)|[-•] |\[\[)/;

function guarded(line: string): string {
  return BEGINNING.test(line) ? `&#${line.charCodeAt(0)};${line.slice(1)}` : line;
}

const elements = { bold: 'strong', italic: 'em', superscript: 'sup', subscript: 'sub' } as const;

function linesOf(inlines: readonly Inline[]): string[] {
  return inlines
    .map((part) =>
      part.type === 'hardBreak' ? '\n' : (part.marks ?? []).reduceRight(marked, shown(part.text)),
    )
    .join('')
    .split('\n');
}

function marked(typed: string, mark: Mark): string {
  if (mark.type !== 'link') return `<${elements[mark.type]}>${typed}</${elements[mark.type]}>`;
  return `<a href="${escaped(mark.attrs.href)}">${typed}</a>`;
}

/** As little as needs to be: only what would be read as a tag or an entity is written as one. */
function shown(text: string): string {
  return text.replace(/&(?=#?[a-z\d]{1,40};)/gi, '&amp;').replace(/<(?=[a-z/!])/gi, '&lt;');
}
