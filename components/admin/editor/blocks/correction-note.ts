import type { EditorBlock } from '../editor-block';
import { insertBox } from '../toolbar/tool';
import { boxNode } from './block-nodes';

export const correctionNote: EditorBlock = {
  nodes: [boxNode('correctionNote', 'paragraph+')],
  tools: [
    {
      key: 'correction',
      icon: 'correction',
      label: 'editor.correctionNote',
      do: (editor) => insertBox(editor, 'correctionNote'),
    },
  ],
};
