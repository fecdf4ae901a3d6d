'use client';

import { useState } from 'react';
import { PicturePicker } from '@/components/admin/pictures/picture-picker.client';
import type { KnownPicture } from '../editor-context';
import { embedOf } from '../paste/embed-address';
import { Dialog } from './dialog.client';
import { DialogTextField } from './dialog-text-field.client';
import type { EditorDialogProps } from './editor-dialog-props';
import { PictureGrid } from './picture-grid.client';

/** A card for something on another site. Title and thumbnail are ours: nothing is fetched from there. */
export function EmbedDialog({
  say,
  close,
  url,
  pictures,
  addPicture,
  choose,
}: EditorDialogProps & {
  url: string;
  pictures: readonly KnownPicture[];
  addPicture: (picture: KnownPicture) => void;
  choose: (attrs: { provider: string; url: string; title: string; pictureId: number | null }) => void;
}) {
  const [address, setAddress] = useState(url);
  const [title, setTitle] = useState('');
  const [picture, setPicture] = useState<number[]>([]);
  const embed = embedOf(address);
  return (
    <Dialog
      title={say('editor.card')}
      say={say}
      close={close}
      done={{
        label: say('editor.put'),
        disabled: !embed,
        do: () => embed && choose({ ...embed, title: title.trim(), pictureId: picture[0] ?? null }),
      }}
    >
      <DialogTextField
        label={say('editor.address')}
        hint={say('editor.cardHint')}
        value={address}
        put={setAddress}
      />
      <DialogTextField label={say('editor.cardTitle')} value={title} put={setTitle} />
      <p className="label">{say('editor.thumbnail')}</p>
      <PicturePicker
        say={say}
        onChoose={({ id, src, alt, caption, credit }) => {
          addPicture({ id, address: src, alt, caption, credit });
          setPicture([id]);
        }}
      />
      <PictureGrid say={say} pictures={pictures} chosen={picture} put={(ids) => setPicture(ids.slice(-1))} />
    </Dialog>
  );
}
