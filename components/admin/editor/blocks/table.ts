import { NodeSelection } from '@tiptap/pm/state';
import type { EditorBlock } from '../editor-block';

/** Its nodes come with Tiptap's own extension (`schema/extensions.ts`). */
export const table: EditorBlock = {
  nodes: [],
  tools: [
    {
      key: 'table',
      icon: 'table',
      label: 'editor.table',
      do: (editor) => {
        if (editor.state.selection instanceof NodeSelection) editor.commands.createParagraphNear();
        editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
      },
      can: (editor) => !editor.isActive('table'),
    },
  ],
  emptyAsParagraph: ['tableCell', 'tableHeader'],
};
