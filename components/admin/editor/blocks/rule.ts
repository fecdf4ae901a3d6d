import type { EditorBlock } from '../editor-block';

export const rule: EditorBlock = {
  nodes: [],
  tools: [
    {
      key: 'rule',
      icon: 'rule',
      label: 'editor.rule',
      do: (editor) => editor.chain().focus().setHorizontalRule().run(),
    },
  ],
};
