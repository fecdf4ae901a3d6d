'use client';

import { fromBijoy } from '@barta/bengali/latin/bijoy';
import type { Editor } from '@tiptap/core';
import { useRef, useState } from 'react';
import type { Say } from '@/lib/site/labels';
import { MAX_BODY_CHARACTERS } from '@/lib/stories/body/limits';
import type { EditorDialog } from '../dialogs/editor-dialog';
import type { KnownPicture } from '../editor-context';
import { insertPicture, paragraphsOf } from '../insert-content';
import { cleanPaste } from './clean-paste';
import { isOfEditor, type PastedContent, pasteActionOf } from './paste-action';
import { fileOf, sendPictures } from './pasted-pictures';

interface PasteOptions {
  say: Say;
  addPicture: (picture: KnownPicture) => void;
  openDialog: (dialog: EditorDialog | null) => void;
}

/** The pictures in pasted HTML, and how many it only pointed to. */
interface PastedPictures {
  files: readonly (File | null)[];
  elsewhere: number;
}

const noPictures: PastedPictures = { files: [], elsewhere: 0 };

/** Pastes into the body. `warning`: what could not be taken in, or is still being uploaded. */
export function usePaste({ say, addPicture, openDialog }: PasteOptions) {
  const [warning, setWarning] = useState<string | null>(null);
  // ProseMirror has the HTML cleaned before it hands over the paste itself.
  const pictures = useRef(noPictures);

  function cleanHtml(html: string): string {
    if (isOfEditor(html)) return html;
    const clean = cleanPaste(html);
    pictures.current = { files: clean.pictures.map(fileOf), elsewhere: clean.elsewhere };
    return clean.html;
  }

  /** Uploads the pictures to the library and puts them in from there. */
  async function uploadPictures(editor: Editor, { files, elsewhere }: PastedPictures): Promise<void> {
    setWarning(say('editor.picturesComing', { count: files.length }));
    const { left, why } = await sendPictures(files, (picture) => {
      addPicture(picture);
      insertPicture(editor, picture.id);
    });
    const missing = left + elsewhere;
    setWarning(missing > 0 ? `${say('editor.pastePictures', { count: missing })} ${why}`.trim() : null);
  }

  /** True: the paste is dealt with, and the editor does nothing with it. */
  function handlePaste(editor: Editor, event: ClipboardEvent, isEmptyLine: boolean): boolean {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const html = event.clipboardData?.getData('text/html') ?? '';
    const pasted = { text, html, files: [...(event.clipboardData?.files ?? [])] };
    const { files, elsewhere } = pictures.current;
    pictures.current = noPictures;
    const uploadInline = () => {
      if (files.length > 0) uploadPictures(editor, { files, elsewhere }).catch(console.error);
    };
    setWarning(elsewhere > 0 ? say('editor.pastePictures', { count: elsewhere }) : null);

    const bodyCharacters = editor.state.doc.textContent.length;
    const action = pasteActionOf(pasted, { isEmptyLine, bodyCharacters });
    switch (action.kind) {
      case 'refuse-too-long':
        setWarning(say('editor.pasteTooLong', { max: MAX_BODY_CHARACTERS }));
        break;
      case 'upload':
        uploadPictures(editor, { files: action.files, elsewhere: 0 }).catch(console.error);
        break;
      case 'ask-about-card':
        openDialog({ kind: 'embed', url: action.url });
        break;
      case 'ask-about-bijoy':
        openDialog(bijoyDialog(editor, pasted, { close: () => openDialog(null), afterwards: uploadInline }));
        break;
      case 'insert':
        // After the text has come in, so that the pictures stand behind it.
        setTimeout(uploadInline);
    }
    return action.kind !== 'insert';
  }

  return { warning, cleanHtml, handlePaste };
}

/** Asks whether text for an old font is to be converted, and puts it in one way or the other. */
function bijoyDialog(
  editor: Editor,
  { text, html }: PastedContent,
  { close, afterwards }: { close: () => void; afterwards: () => void },
): EditorDialog {
  const insert = (convert: (part: string) => string) => {
    close();
    const content = html ? cleanPaste(html, convert).html : paragraphsOf(convert(text));
    editor.chain().focus().insertContent(content).run();
    afterwards();
  };
  return {
    kind: 'bijoy',
    converted: fromBijoy(text),
    useConverted: () => insert(fromBijoy),
    useAsIs: () => insert((part) => part),
  };
}
