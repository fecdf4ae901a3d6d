import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { LabelKey } from '@/lib/site/labels';
import type { ToolIconName } from './tool-icon';

/** A label of the catalogue, which a newsroom may reword, or one that a block brings along. */
export type ToolLabel = LabelKey | Readonly<{ bn: string; en: string }>;

/** A button of the toolbar. */
export interface EditorTool {
  key: string;
  /** One of the toolbar's icons, or the path of one on a 24-unit grid. */
  icon: ToolIconName | Readonly<{ path: string }>;
  label: ToolLabel;
  keys?: string;
  do: (editor: Editor) => void;
  /** Whether it is on where the caret stands; left out for what is done once. */
  isOn?: (editor: Editor) => boolean;
  can?: (editor: Editor) => boolean;
}

/** Inserts a box with an empty paragraph for the caret; a block that is selected is not replaced. */
export function insertBox(editor: Editor, type: string): void {
  if (editor.state.selection instanceof NodeSelection) editor.commands.createParagraphNear();
  editor
    .chain()
    .focus()
    .insertContent({ type, content: [{ type: 'paragraph' }] })
    .run();
}
