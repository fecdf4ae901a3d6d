import type { JSONContent } from '@tiptap/core';
import type { DocumentJson } from '@/lib/stories/body/document-json';
import { editorBlocks } from '../editor-blocks';

const EMPTY_PARAGRAPH: JSONContent = { type: 'paragraph' };
/** What the editor wants at least one paragraph in, to have a place for the caret. */
const NEEDS_PARAGRAPH: ReadonlySet<string> = new Set([
  'doc',
  ...editorBlocks.flatMap(({ emptyAsParagraph }) => emptyAsParagraph ?? []),
]);

/** A stored document as the editor opens it. */
export function editorContentOf(document: DocumentJson): JSONContent {
  return withPlaces({ type: 'doc', content: document.content as JSONContent[] });
}

/** What the editor holds, as the form sends it. The server tidies it. */
export function documentJsonOf(content: JSONContent): string {
  return JSON.stringify({ type: 'doc', version: 1, content: content.content ?? [] });
}

function withPlaces(node: JSONContent): JSONContent {
  const content = node.content?.map(withPlaces);
  const isBare = !content || content.length === 0;
  if (isBare && NEEDS_PARAGRAPH.has(node.type ?? '')) return { ...node, content: [EMPTY_PARAGRAPH] };
  return content ? { ...node, content } : node;
}
