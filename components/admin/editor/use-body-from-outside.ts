'use client';

import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect } from 'react';
import type { DocumentJson } from '@/lib/stories/body/document-json';
import { BODY_MERGED, type BodyMerge, FIELDS_SET } from '../stories/set-fields';
import { takeMergedBody } from './merge/take-merged-body';
import { editorContentOf } from './schema/editor-document';

/** Takes in the documents that `setFields` and a merge bring: a recovered draft, another editor's changes. */
export function useBodyFromOutside(editor: Editor, field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const form = field.current?.form;
    const replace = (event: Event) => {
      const json = (event as CustomEvent<Record<string, string>>).detail.bodyDoc;
      const body = json === undefined ? null : parseDocument(json);
      if (body) editor.commands.setContent(editorContentOf(body), { emitUpdate: true });
    };
    const merge = (event: Event) => {
      const { detail } = event as CustomEvent<BodyMerge>;
      const [was, merged] = [parseDocument(detail.was), parseDocument(detail.merged)];
      detail.isTaken = was !== null && merged !== null && takeMergedBody(editor, was, merged);
    };
    form?.addEventListener(FIELDS_SET, replace);
    form?.addEventListener(BODY_MERGED, merge);
    return () => {
      form?.removeEventListener(FIELDS_SET, replace);
      form?.removeEventListener(BODY_MERGED, merge);
    };
  }, [editor, field]);
}

function parseDocument(json: string): DocumentJson | null {
  try {
    const parsed = JSON.parse(json) as Partial<DocumentJson>;
    return parsed.type === 'doc' && Array.isArray(parsed.content) ? (parsed as DocumentJson) : null;
  } catch {
    return null;
  }
}
