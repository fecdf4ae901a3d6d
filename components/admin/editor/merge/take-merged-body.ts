import type { Editor, JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { DocumentJson } from '@/lib/stories/body/document-json';
import { editorContentOf } from '../schema/editor-document';
import { rebaseBlocks } from './rebase-blocks';

/**
 * Brings what is saved of the body into the editor, block by block: the caret stays in its own, and so does what was
 * typed since `was` was sent. False, and nothing touched, where both have changed one block.
 */
export function takeMergedBody(editor: Editor, was: DocumentJson, merged: DocumentJson): boolean {
  const { schema, doc, tr } = editor.state;
  const [sent, saved] = [was, merged].map((each) => schema.nodeFromJSON(editorContentOf(each)));
  if (!sent || !saved) return false;
  const replacements = rebaseBlocks(wordsOf(sent), wordsOf(saved), wordsOf(doc));
  if (!replacements) return false;
  const startsOf = startsIn(doc);
  for (const { from, to, start, end } of replacements) {
    const blocks = saved.children.slice(start, end);
    const [left, right] = [startsOf[from], startsOf[to]];
    if (left === undefined || right === undefined) return false;
    // A text has one paragraph at least.
    const isAll = from === 0 && to === doc.childCount && blocks.length === 0;
    tr.replaceWith(left, right, isAll ? (schema.nodes.paragraph?.create() ?? []) : blocks);
  }
  // To take back one's own last stroke is not to take back what the other has written.
  editor.view.dispatch(tr.setMeta('addToHistory', false));
  return true;
}

/** Where each block starts, and behind them where the last ends. */
function startsIn(doc: Node): number[] {
  const starts = [0];
  for (const block of doc.children) starts.push((starts.at(-1) ?? 0) + block.nodeSize);
  return starts;
}

/** Blocks as they are compared: the server tidies the spaces of what is typed, and keeps no empty paragraph. */
function wordsOf(doc: Node): string[] {
  return doc.children.map((block) =>
    block.type.name === 'paragraph' &&
    block.content.size === block.textContent.length &&
    !block.textContent.trim()
      ? ''
      : JSON.stringify(tidied(block.toJSON() as JSONContent)),
  );
}

function tidied(node: JSONContent): JSONContent {
  const last = (node.content?.length ?? 0) - 1;
  const content = node.content?.map((child, at) => {
    if (child.text === undefined) return tidied(child);
    let text = child.text.normalize('NFC').replace(/\s+/gu, ' ');
    if (at === 0) text = text.trimStart();
    if (at === last) text = text.trimEnd();
    return { ...child, text };
  });
  return content ? { ...node, content } : node;
}
