import { Extension, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { editorBlocks } from '../editor-blocks';
import { Link, Subscript, Superscript } from './marks';
import { SteadyCaret } from './steady-caret';

/** The editor's schema is the stored document's: both say what may contain what, and the server decides. */
export function extensions(openLink: () => boolean) {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      link: false,
      heading: { levels: [2, 3] },
      dropcursor: { color: 'var(--color-accent)', width: 2 },
    }).extend({
      addExtensions() {
        return (this.parent?.() ?? []).map((extension) => withOurContent(extension as Extension));
      },
    }),
    Table.configure({ resizable: false }),
    TableRow,
    TableCell.extend({ content: 'paragraph+' }),
    TableHeader.extend({ content: 'paragraph+' }),
    Superscript,
    Subscript,
    Link,
    ...editorBlocks.flatMap(({ nodes }) => nodes),
    SteadyCaret,
    Shortcuts.configure({ openLink }),
  ];
}

function withOurContent(extension: Extension): Extension {
  const node = extension as Extension & { extend: (config: object) => Extension };
  if (extension.name === 'blockquote') return node.extend({ content: 'paragraph+' });
  if (extension.name === 'listItem')
    return node.extend({ content: '(paragraph | bulletList | orderedList)+' });
  return extension;
}

/** What one types at the beginning of a line, besides Tiptap's own: `১. ` in Bengali digits, `#` for a subheading. */
const Shortcuts = Extension.create<{ openLink: () => boolean }>({
  name: 'shortcuts',
  addOptions: () => ({ openLink: () => false }),
  addInputRules() {
    const { orderedList, heading } = this.editor.schema.nodes;
    return [
      ...(orderedList ? [wrappingInputRule({ find: /^([০-৯]{1,2})[.।]\s$/, type: orderedList })] : []),
      ...(heading
        ? [textblockTypeInputRule({ find: /^#\s$/, type: heading, getAttributes: { level: 2 } })]
        : []),
    ];
  },
  addKeyboardShortcuts() {
    return {
      'Mod-k': () => this.options.openLink(),
      'Mod-Alt-2': () => this.editor.commands.toggleHeading({ level: 2 }),
      'Mod-Alt-3': () => this.editor.commands.toggleHeading({ level: 3 }),
      'Mod-Alt-q': () => this.editor.commands.toggleBlockquote(),
    };
  },
});
