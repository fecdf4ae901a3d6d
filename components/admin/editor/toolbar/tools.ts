import type { LabelKey } from '@/lib/site/labels';
import type { ToolbarDialog } from '../dialogs/editor-dialog';
import { editorBlocks } from '../editor-blocks';
import type { EditorTool } from './tool';
import type { ToolIconName } from './tool-icon';

export const textTools: readonly EditorTool[] = [
  {
    key: 'bold',
    icon: 'bold',
    label: 'editor.bold',
    keys: 'Control+B',
    do: (editor) => editor.chain().focus().toggleBold().run(),
    isOn: (editor) => editor.isActive('bold'),
  },
  {
    key: 'italic',
    icon: 'italic',
    label: 'editor.italic',
    keys: 'Control+I',
    do: (editor) => editor.chain().focus().toggleItalic().run(),
    isOn: (editor) => editor.isActive('italic'),
  },
  {
    key: 'h2',
    icon: 'h2',
    label: 'editor.subheading',
    keys: 'Control+Alt+2',
    do: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
  },
  {
    key: 'h3',
    icon: 'h3',
    label: 'editor.smallSubheading',
    keys: 'Control+Alt+3',
    do: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
  },
  {
    key: 'quote',
    icon: 'quote',
    label: 'editor.quote',
    keys: 'Control+Alt+Q',
    do: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  {
    key: 'ul',
    icon: 'bullets',
    label: 'editor.list',
    keys: 'Control+Shift+8',
    do: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    key: 'ol',
    icon: 'numbers',
    label: 'editor.numberedList',
    keys: 'Control+Shift+7',
    do: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
];

export const blockTools = editorBlocks.flatMap(({ tools }) => tools);

export const historyTools: readonly EditorTool[] = [
  {
    key: 'undo',
    icon: 'undo',
    label: 'editor.undo',
    keys: 'Control+Z',
    do: (editor) => editor.chain().focus().undo().run(),
    can: (editor) => editor.can().undo(),
  },
  {
    key: 'redo',
    icon: 'redo',
    label: 'editor.redo',
    keys: 'Control+Y',
    do: (editor) => editor.chain().focus().redo().run(),
    can: (editor) => editor.can().redo(),
  },
];

/** Shown while the caret is in a table. */
export const tableTools: readonly EditorTool[] = [
  {
    key: 'row',
    icon: 'rowAfter',
    label: 'editor.addRow',
    do: (editor) => editor.chain().focus().addRowAfter().run(),
  },
  {
    key: 'column',
    icon: 'columnAfter',
    label: 'editor.addColumn',
    do: (editor) => editor.chain().focus().addColumnAfter().run(),
  },
  {
    key: 'norow',
    icon: 'rowGone',
    label: 'editor.deleteRow',
    do: (editor) => editor.chain().focus().deleteRow().run(),
  },
  {
    key: 'nocolumn',
    icon: 'columnGone',
    label: 'editor.deleteColumn',
    do: (editor) => editor.chain().focus().deleteColumn().run(),
  },
  {
    key: 'notable',
    icon: 'cross',
    label: 'editor.deleteTable',
    do: (editor) => editor.chain().focus().deleteTable().run(),
  },
];

/** Tools that open a dialog. */
export const dialogTools: readonly (readonly [ToolbarDialog, ToolIconName, LabelKey, string?])[] = [
  ['link', 'link', 'editor.link', 'Control+K'],
  ['picture', 'picture', 'editor.image'],
  ['gallery', 'gallery', 'editor.gallery'],
  ['alsoRead', 'also', 'editor.alsoReadTitle'],
  ['embed', 'card', 'editor.card'],
];
