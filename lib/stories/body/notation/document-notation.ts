import { fromBengaliDigits, toBengaliDigits } from '@barta/bengali/digits';
import { truncateGraphemes } from '@barta/bengali/graphemes';
import { done, type Result, refused } from '@/lib/result';
import { type Block, definitionOf } from '../blocks';
import { documentOfBlocks, type StoryDocument } from '../document';
import { documentText } from '../document-text';
import { bodyFromNotation } from './body-from-notation';
import { documentFromHtml } from './document-from-html';

/**
 * A document in the notation of `bodyFromNotation`, for the form without JavaScript. A block that the notation cannot
 * express, such as a picture or a table, becomes a reference on a line of its own, `[[ব্লক ৩: ছবি – ভোরের নদী]]`. The
 * line may be moved, repeated or deleted, and `documentFromNotation` puts the block back in its place. The text after
 * the number is for people only.
 */
export function notationFromDocument(document: StoryDocument): string {
  return document.content.map((block, at) => notationOf(block) ?? referenceTo(block, at)).join('\n\n');
}

/**
 * The reverse, with the document that the text was made from. A reference to a block that does not exist is refused
 * rather than printed or dropped.
 */
export function documentFromNotation(
  notation: string,
  base: StoryDocument | null = null,
): Result<StoryDocument, 'unknown-block'> {
  const content: Block[] = [];
  let between: string[] = [];
  const end = () => {
    content.push(...documentFromHtml(bodyFromNotation(between.join('\n')).html).content);
    between = [];
  };
  for (const line of notation.replace(/\r\n?/g, '\n').split('\n')) {
    const number = REFERENCE.exec(line.trim())?.[1];
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
  return done(documentOfBlocks(content));
}

/** The same for a text without a document: a line that looks like a reference is plain text. */
export function documentFromOwnNotation(notation: string): StoryDocument {
  return documentFromHtml(bodyFromNotation(notation).html);
}

/** Whether a text refers to blocks of the document that it was made from. */
export function hasBlockReferences(notation: string): boolean {
  return notation.split('\n').some((line) => REFERENCE.test(line.trim()));
}

/** Whether a document holds blocks that the notation can only refer to. */
export function needsBlockReferences(document: StoryDocument): boolean {
  return document.content.some((block) => notationOf(block) === null);
}

const REFERENCE = /^\[\[ব্লক ([০-৯\d]{1,5})(?:[:：].*)?\]\]$/;
const SUMMARY_LETTERS = 60;

function notationOf(block: Block): string | null {
  return definitionOf(block).notation?.(block) ?? null;
}

function referenceTo(block: Block, at: number): string {
  const definition = definitionOf(block);
  const summary = definition.summary?.(block) ?? firstLineOf(block);
  const words = summary.replace(/[[\]\s]+/g, ' ').trim();
  const after = words && ` – ${truncateGraphemes(words, SUMMARY_LETTERS, '…')}`;
  return `[[ব্লক ${toBengaliDigits(at + 1)}: ${definition.name(block)}${after}]]`;
}

function firstLineOf(block: Block): string {
  return documentText(documentOfBlocks([block])).split('\n')[0] ?? '';
}
