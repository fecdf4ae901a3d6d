'use client';

import { EditorContent } from '@tiptap/react';
import { useMemo, useRef, useState } from 'react';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { Notice } from '@/components/ui/notice';
import type { DocumentJson } from '@/lib/stories/body/document-json';
import { CheckList } from './checks/check-list.client';
import { goToFinding } from './checks/go-to-finding';
import { useChecks } from './checks/use-checks.client';
import type { EditorDialog } from './dialogs/editor-dialog';
import { EditorDialogs } from './dialogs/editor-dialogs.client';
import { EditorDeskProvider, type KnownPicture } from './editor-context';
import { usePaste } from './paste/use-paste.client';
import { Toolbar } from './toolbar/toolbar.client';
import { useBodyFromOutside } from './use-body-from-outside';
import { useRichText } from './use-rich-text';

export interface RichEditorProps {
  document: DocumentJson;
  pictures: readonly KnownPicture[];
  /** Ids of the elements with the body's hint and error. */
  describedBy: string | undefined;
  isInvalid: boolean;
  /** Whether the plain field had the caret when this one took its place. */
  takesFocus: boolean;
}

/**
 * The body as it will look. It stands in the story's form as one hidden field, `bodyDoc`, which fires a bubbling
 * `input` event at each stroke; `setFields` changes what is shown here.
 */
export function RichEditor({ document: stored, pictures: offered, takesFocus, ...a11y }: RichEditorProps) {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<EditorDialog | null>(null);
  const { pictures, addPicture } = useKnownPictures(offered);
  const { warning, cleanHtml, handlePaste } = usePaste({ say, addPicture, openDialog: setDialog });
  const editor = useRichText({
    ...{ stored, field, takesFocus, cleanHtml, handlePaste },
    attributes: textAttributes(say('editor.body'), a11y),
    openLinkDialog: () => setDialog({ kind: 'link' }),
  });
  useBodyFromOutside(editor, field);
  const { counted, findings, stories, addStory } = useChecks(editor, field, pictures);
  const desk = useMemo(
    () => ({
      say,
      picture: (id: number | null) => pictures.find((picture) => picture.id === id),
      story: (id: number) => stories.get(id) ?? undefined,
      addToGallery: (into: number) => setDialog({ kind: 'gallery', into }),
    }),
    [say, pictures, stories],
  );

  return (
    <EditorDeskProvider value={desk}>
      {/* No value by React: it would put the first one back with each render of the form. */}
      <input ref={field} type="hidden" name="bodyDoc" />
      <div className="rich border border-control rounded-control bg-paper focus-within:border-ink has-[[aria-invalid=true]]:border-2 has-[[aria-invalid=true]]:border-accent">
        <Toolbar editor={editor} say={say} openDialog={(kind) => setDialog({ kind })}>
          <output className="ml-auto py-0 px-[0.4rem] text-(length:--text-meta) text-ink-2 whitespace-nowrap">
            {say('editor.counted', { words: counted.words, minutes: counted.minutes })}
          </output>
        </Toolbar>
        <EditorContent editor={editor} />
      </div>
      <p className="hint">
        <span>{say('editor.keysHint')}</span>
        <span className="nowrap">{say('editor.characters', { count: counted.characters })}</span>
      </p>
      {warning && <Notice kind="warn">{warning}</Notice>}
      <CheckList
        findings={findings}
        say={say}
        go={(finding) => goToFinding(finding, editor, field.current?.form)}
      />
      <EditorDialogs {...{ dialog, setDialog, editor, pictures, addPicture, addStory, say }} />
    </EditorDeskProvider>
  );
}

/** The pictures on offer, and those that were added to the library here. */
function useKnownPictures(offered: readonly KnownPicture[]) {
  const [added, setAdded] = useState<readonly KnownPicture[]>([]);
  const pictures = useMemo(() => [...added, ...offered], [added, offered]);
  const addPicture = (picture: KnownPicture) =>
    setAdded((before) => (before.some(({ id }) => id === picture.id) ? before : [picture, ...before]));
  return { pictures, addPicture };
}

function textAttributes(
  label: string,
  { describedBy, isInvalid }: Pick<RichEditorProps, 'describedBy' | 'isInvalid'>,
): Record<string, string> {
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(isInvalid ? { 'aria-invalid': 'true' } : {}),
  };
}
