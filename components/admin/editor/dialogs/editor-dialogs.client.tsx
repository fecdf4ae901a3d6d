'use client';

import type { Editor } from '@tiptap/core';
import type { Say } from '@/lib/site/labels';
import type { KnownPicture, KnownStory } from '../editor-context';
import { addToGallery, insertBlock, pictureAttributes, removeLink, setLink } from '../insert-content';
import { AlsoReadDialog } from './also-read-dialog.client';
import { BijoyDialog } from './bijoy-dialog.client';
import type { EditorDialog } from './editor-dialog';
import { EmbedDialog } from './embed-dialog.client';
import { LinkDialog } from './link-dialog.client';
import { PicturesDialog } from './pictures-dialog.client';

interface EditorDialogsProps {
  /** The open dialog; null: none is. */
  dialog: EditorDialog | null;
  setDialog: (dialog: null) => void;
  editor: Editor;
  pictures: readonly KnownPicture[];
  addPicture: (picture: KnownPicture) => void;
  addStory: (story: KnownStory) => void;
  say: Say;
}

/** The dialog that is open, and what its choice does to the text. */
export function EditorDialogs({ dialog, setDialog, editor, addStory, ...library }: EditorDialogsProps) {
  const close = () => {
    setDialog(null);
    editor.commands.focus();
  };
  const insert = (content: object) => {
    setDialog(null);
    insertBlock(editor, content);
  };
  const { say } = library;
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'link':
      return <EditLinkDialog setDialog={setDialog} close={close} editor={editor} say={say} />;
    case 'picture':
      return (
        <PicturesDialog
          {...library}
          close={close}
          isMany={false}
          choose={([id]) => id !== undefined && insert({ type: 'figure', attrs: pictureAttributes(id) })}
        />
      );
    case 'gallery':
      return (
        <PicturesDialog
          {...library}
          close={close}
          isMany
          choose={(ids) => {
            if (dialog.into !== undefined && addToGallery(editor, dialog.into, ids)) setDialog(null);
            else insert({ type: 'gallery', attrs: { caption: '', pictures: ids.map(pictureAttributes) } });
          }}
        />
      );
    case 'alsoRead':
      return (
        <AlsoReadDialog
          say={say}
          close={close}
          choose={(story) => {
            addStory(story);
            insert({ type: 'alsoRead', attrs: { storyId: story.id } });
          }}
        />
      );
    case 'embed':
      return (
        <EmbedDialog
          {...library}
          close={close}
          url={dialog.url ?? ''}
          choose={(attrs) => insert({ type: 'embed', attrs })}
        />
      );
    case 'bijoy':
      return <BijoyDialog say={say} close={close} {...dialog} />;
  }
}

function EditLinkDialog({
  setDialog,
  close,
  editor,
  say,
}: Pick<EditorDialogsProps, 'setDialog' | 'editor' | 'say'> & { close: () => void }) {
  return (
    <LinkDialog
      say={say}
      close={close}
      href={String(editor.getAttributes('link').href ?? '')}
      choose={(href) => {
        setDialog(null);
        setLink(editor, href);
      }}
      remove={
        editor.isActive('link')
          ? () => {
              setDialog(null);
              removeLink(editor);
            }
          : undefined
      }
    />
  );
}
