import type { Node } from '@tiptap/core';
import type { EditorTool } from './toolbar/tool';

/** The editing side of one kind of block; what the server knows of it is in `lib/stories/body/blocks`. */
export interface EditorBlock {
  /** Its nodes in the editor's schema, named and shaped as it is stored; none where an extension brings them. */
  nodes: readonly Node[];
  /** Its buttons in the toolbar. */
  tools: readonly EditorTool[];
  /** Types of its nodes that get an empty paragraph when nothing stands in them, as a place for the caret. */
  emptyAsParagraph?: readonly string[];
}
