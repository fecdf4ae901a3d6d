'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { type ReactNode, useRef } from 'react';
import type { Say } from '@/lib/site/labels';
import type { ToolbarDialog } from '../dialogs/editor-dialog';
import { moveAlongToolbar } from './move-along-toolbar';
import type { EditorTool } from './tool';
import { ToolButton } from './tool-button';
import { useToolLabel } from './tool-label';
import { blockTools, dialogTools, historyTools, tableTools, textTools } from './tools';

interface ToolbarProps {
  editor: Editor;
  say: Say;
  openDialog: (dialog: ToolbarDialog) => void;
  children: ReactNode;
}

const statefulTools = [...textTools, ...blockTools, ...historyTools];

/** One stop for the Tab key; arrows, Home and End go along it. `Alt+F10` leads here from the text, Escape back. */
export function Toolbar({ editor, say, openDialog, children }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      on: statefulTools.filter(({ isOn }) => isOn?.(current)).map(({ key }) => key),
      disabled: statefulTools.filter(({ can }) => can && !can(current)).map(({ key }) => key),
      isLink: current.isActive('link'),
      isTable: current.isActive('table'),
    }),
  });
  const buttons = { editor, ...state };
  return (
    <div
      ref={bar}
      className="rich__bar p-[0.3rem] top-[6.6rem] gap-y-[0.1rem] gap-x-[0.05rem] border-b border-b-rule sticky z-20 flex flex-wrap items-center bg-wash max-lg:static [&_.btn--sq]:w-[1.8rem] [&_.btn--sq]:min-h-9 max-lg:[&_.btn--sq]:w-10 max-lg:[&_.btn--sq]:min-h-10"
      role="toolbar"
      aria-label={say('editor.tools')}
      aria-controls="body-text"
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.commands.focus();
        else if (bar.current) moveAlongToolbar(event, bar.current);
      }}
    >
      <ToolButtons tools={textTools} {...buttons} />
      <Separator />
      {dialogTools.map(([dialog, icon, label, keys]) => (
        <ToolButton
          key={dialog}
          icon={icon}
          label={say(label)}
          keys={keys}
          isOn={dialog === 'link' ? state.isLink : undefined}
          press={() => openDialog(dialog)}
        />
      ))}
      <ToolButtons tools={blockTools} {...buttons} />
      <Separator />
      <ToolButtons tools={historyTools} {...buttons} />
      {state.isTable && (
        <>
          <Separator />
          <ToolButtons tools={tableTools} {...buttons} />
        </>
      )}
      {children}
    </div>
  );
}

interface ToolButtonsProps {
  tools: readonly EditorTool[];
  editor: Editor;
  /** The keys of the tools that are on where the caret stands, and of those that cannot be used there. */
  on: readonly string[];
  disabled: readonly string[];
}

function ToolButtons({ tools, editor, on, disabled }: ToolButtonsProps) {
  const toolLabel = useToolLabel();
  return tools.map(({ key, icon, label, keys, do: press, isOn }) => (
    <ToolButton
      key={key}
      icon={icon}
      label={toolLabel(label)}
      keys={keys}
      isOn={isOn && on.includes(key)}
      isDisabled={disabled.includes(key)}
      press={() => press(editor)}
    />
  ));
}

function Separator() {
  return <span className="my-0 mx-1 w-px h-6 bg-rule" />;
}
