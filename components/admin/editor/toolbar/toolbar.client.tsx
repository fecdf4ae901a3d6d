'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { LabelKey, Say } from '@/lib/site/labels';
import { editorBlocks } from '../editor-blocks';
import type { EditorTool } from './tool';
import { ToolIcon, type ToolIconName } from './tool-icon';
import { useToolLabel } from './tool-label';

export type Question = 'link' | 'picture' | 'gallery' | 'embed' | 'alsoRead';

const marksAndBlocks: readonly EditorTool[] = [
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

const blockTools = editorBlocks.flatMap(({ tools }) => tools);

const history: readonly EditorTool[] = [
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

const inTable: readonly EditorTool[] = [
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

const questions: readonly (readonly [Question, ToolIconName, LabelKey, string?])[] = [
  ['link', 'link', 'editor.link', 'Control+K'],
  ['picture', 'picture', 'editor.image'],
  ['gallery', 'gallery', 'editor.gallery'],
  ['alsoRead', 'also', 'editor.alsoReadTitle'],
  ['embed', 'card', 'editor.card'],
];

/**
 * One stop for the Tab key; arrows, Home and End go along it, Escape back into the text. `Alt+F10` leads here from
 * there.
 */
export function Toolbar({
  editor,
  say,
  ask,
  children,
}: {
  editor: Editor;
  say: Say;
  ask: (question: Question) => void;
  children: ReactNode;
}) {
  const toolLabel = useToolLabel();
  const bar = useRef<HTMLDivElement>(null);
  const all = [...marksAndBlocks, ...blockTools, ...history];
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      on: all.filter(({ isOn }) => isOn?.(now)).map(({ key }) => key),
      not: all.filter(({ can }) => can && !can(now)).map(({ key }) => key),
      isLink: now.isActive('link'),
      isTable: now.isActive('table'),
    }),
  });
  const show = (tools: readonly EditorTool[]) =>
    tools.map(({ key, icon, label, keys, do: press, isOn }) => (
      <ToolButton
        key={key}
        icon={icon}
        label={toolLabel(label)}
        keys={keys}
        isOn={isOn && state.on.includes(key)}
        isOff={state.not.includes(key)}
        press={() => press(editor)}
      />
    ));
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return editor.commands.focus();
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || at < 0) return false;
    event.preventDefault();
    const next = buttons.at(to % buttons.length);
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
    return true;
  };
  return (
    <div
      ref={bar}
      className="rich__bar p-[0.3rem] top-[6.6rem] gap-y-[0.1rem] gap-x-[0.05rem] border-b border-b-rule sticky z-20 flex flex-wrap items-center bg-wash max-lg:static [&_.btn--sq]:w-[1.8rem] [&_.btn--sq]:min-h-9 max-lg:[&_.btn--sq]:w-10 max-lg:[&_.btn--sq]:min-h-10"
      role="toolbar"
      aria-label={say('editor.tools')}
      aria-controls="body-text"
      onKeyDown={move}
    >
      {show(marksAndBlocks)}
      <span className="my-0 mx-1 w-px h-6 bg-rule" />
      {questions.map(([question, icon, label, keys]) => (
        <ToolButton
          key={question}
          icon={icon}
          label={say(label)}
          keys={keys}
          isOn={question === 'link' ? state.isLink : undefined}
          press={() => ask(question)}
        />
      ))}
      {show(blockTools)}
      <span className="my-0 mx-1 w-px h-6 bg-rule" />
      {show(history)}
      {state.isTable && (
        <>
          <span className="my-0 mx-1 w-px h-6 bg-rule" />
          {show(inTable)}
        </>
      )}
      {children}
    </div>
  );
}

function ToolButton({
  icon,
  label,
  keys,
  isOn,
  isOff = false,
  press,
}: {
  icon: EditorTool['icon'];
  label: string;
  keys?: string | undefined;
  isOn?: boolean | undefined;
  isOff?: boolean;
  press: () => void;
}) {
  return (
    <button
      type="button"
      className="btn btn--quiet btn--sq [&[aria-disabled='true']]:text-control [&[aria-disabled='true']]:cursor-default"
      title={label}
      aria-label={label}
      aria-pressed={isOn}
      aria-disabled={isOff || undefined}
      aria-keyshortcuts={keys}
      tabIndex={icon === 'bold' ? 0 : -1}
      // The text keeps its selection while the mouse presses.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isOff) press();
      }}
    >
      <ToolIcon icon={icon} />
    </button>
  );
}
