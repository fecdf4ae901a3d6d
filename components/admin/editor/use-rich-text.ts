'use client';

import type { Editor } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { DocumentJson } from '@/lib/stories/body/document-json';
import { BODY_READY } from '../stories/set-fields';
import { documentJsonOf, editorContentOf } from './schema/editor-document';
import { extensions } from './schema/extensions';

interface RichTextOptions {
  stored: DocumentJson;
  /** The hidden field that the document is sent in. */
  field: RefObject<HTMLInputElement | null>;
  takesFocus: boolean;
  /** Of the text's element, for screen readers. */
  attributes: Readonly<Record<string, string>>;
  cleanHtml: (html: string) => string;
  /** True: the paste is dealt with. `isEmptyLine`: where the caret stands. */
  handlePaste: (editor: Editor, event: ClipboardEvent, isEmptyLine: boolean) => boolean;
  openLinkDialog: () => void;
}

/** The editor itself. Each change is written into the field, which fires a bubbling `input` event. */
export function useRichText(options: RichTextOptions): Editor {
  const { stored, field, takesFocus, attributes, cleanHtml, handlePaste, openLinkDialog } = options;
  const initial = useRef(stored);
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.value = documentJsonOf(editorContentOf(initial.current));
    field.current.form?.dispatchEvent(new CustomEvent(BODY_READY));
  }, [field]);

  const [editorExtensions] = useState(() =>
    extensions(() => {
      openLinkDialog();
      return true;
    }),
  );
  const editor: Editor = useEditor({
    immediatelyRender: true,
    // The desk's content security policy allows no style element; the style sheet has these few rules.
    injectCSS: false,
    extensions: editorExtensions,
    content: editorContentOf(stored),
    autofocus: takesFocus ? 'start' : false,
    editorProps: {
      attributes: { id: 'body-text', class: 'rich__text', ...attributes },
      transformPastedHTML: cleanHtml,
      handlePaste: (view, event) =>
        handlePaste(editor, event, view.state.selection.$from.parent.textContent === ''),
      handleKeyDown: (_, event) => {
        if (event.key !== 'F10' || !event.altKey) return false;
        event.preventDefault();
        window.document.querySelector<HTMLElement>('.rich__bar button[tabindex="0"]')?.focus();
        return true;
      },
    },
    onUpdate: ({ editor: changed }) => {
      if (!field.current) return;
      field.current.value = documentJsonOf(changed.getJSON());
      field.current.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });
  return editor;
}
