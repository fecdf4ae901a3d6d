import type { Block } from '@/lib/stories/body/blocks';
import { DOCUMENT_VERSION, type StoryDocument } from '@/lib/stories/body/document';
import { documentFromNotation, notationFromDocument } from '@/lib/stories/body/notation/document-notation';
import { tidyDocument } from '@/lib/stories/body/tidy-document';
import type { StoryFields } from '@/lib/stories/fields/catalogue';

type MergedBody = Pick<StoryFields, 'body' | 'bodyDoc'>;

/** How the bodies of a merge are cut into blocks, and put together and read again. */
export interface BodyCutter {
  cut(body: MergedBody): string[];
  join(blocks: readonly string[]): MergedBody;
  inWords(block: string): string;
}

/** By paragraphs as they were typed; by the document's own blocks, as JSON, once one of the two has a document. */
export function cutterFor(mine: MergedBody, theirs: MergedBody): BodyCutter {
  return documentIn(mine) || documentIn(theirs) ? byBlock : byParagraph;
}

const byParagraph: BodyCutter = {
  cut: ({ body }) => paragraphsOf(body),
  join: (blocks) => ({ body: blocks.join('\n\n'), bodyDoc: null }),
  inWords: (block) => block,
};

const byBlock: BodyCutter = {
  cut: (body) => blocksOf(body).map((block) => JSON.stringify(block)),
  join(blocks) {
    const bodyDoc = documentOfBlocks(blocks.map((block) => JSON.parse(block) as Block));
    return { body: notationFromDocument(bodyDoc), bodyDoc };
  },
  inWords: (block) => notationFromDocument(documentOfBlocks([JSON.parse(block) as Block])),
};

/** A paragraph is parted from the next by blank lines, as the body's own reading has it. */
function paragraphsOf(body: string): string[] {
  return body.split(/\n(?:[ \t]*\n)+/).filter((paragraph) => paragraph.trim() !== '');
}

function blocksOf(body: MergedBody): Block[] {
  const document = documentIn(body);
  if (document) return tidyDocument(document).content;
  const typed = documentFromNotation(body.body);
  return typed.ok ? typed.value.content : [];
}

function documentIn({ bodyDoc }: MergedBody): StoryDocument | null {
  return typeof bodyDoc === 'string' ? null : bodyDoc;
}

function documentOfBlocks(content: Block[]): StoryDocument {
  return { type: 'doc', version: DOCUMENT_VERSION, content };
}
