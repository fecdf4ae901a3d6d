'use client';

import { useState } from 'react';
import { PicturePicker } from '@/components/admin/pictures/picture-picker.client';
import type { KnownPicture } from '../editor-context';
import { Dialog } from './dialog.client';
import type { EditorDialogProps } from './editor-dialog-props';
import { PictureGrid } from './picture-grid.client';

/** One picture, or any number for a gallery, in the order in which they are ticked. */
export function PicturesDialog({
  say,
  close,
  isMany,
  pictures,
  addPicture,
  choose,
}: EditorDialogProps & {
  isMany: boolean;
  pictures: readonly KnownPicture[];
  addPicture: (picture: KnownPicture) => void;
  choose: (ids: readonly number[]) => void;
}) {
  const [chosen, setChosen] = useState<number[]>([]);
  return (
    <Dialog
      title={say(isMany ? 'editor.gallery' : 'editor.image')}
      say={say}
      close={close}
      done={{ label: say('editor.put'), do: () => choose(chosen), disabled: chosen.length === 0 }}
    >
      <PicturePicker
        say={say}
        onChoose={({ id, src, alt, caption, credit }) => {
          addPicture({ id, address: src, alt, caption, credit });
          setChosen((before) => (isMany ? [...before, id] : [id]));
        }}
      />
      <PictureGrid
        say={say}
        pictures={pictures}
        chosen={chosen}
        put={(ids) => setChosen(isMany ? ids : ids.slice(-1))}
      />
    </Dialog>
  );
}
