'use client';

import { useState } from 'react';
import { Dialog } from './dialog.client';
import { DialogTextField } from './dialog-text-field.client';
import type { EditorDialogProps } from './editor-dialog-props';
import { StorySearch } from './story-search.client';

/** Where a link leads: an address, or one of our own stories. `remove`: given where there is a link already. */
export function LinkDialog({
  say,
  close,
  href,
  choose,
  remove,
}: EditorDialogProps & { href: string; choose: (href: string) => void; remove?: (() => void) | undefined }) {
  const [address, setAddress] = useState(href);
  const isAddress = /^(?:https?:\/\/|mailto:|\/(?!\/)|#)\S+$/i.test(address.trim());
  return (
    <Dialog
      title={say('editor.link')}
      say={say}
      close={close}
      done={{ label: say('editor.putLink'), do: () => choose(address.trim()), disabled: !isAddress }}
      more={
        remove && (
          <button type="button" className="btn" onClick={remove}>
            {say('editor.removeLink')}
          </button>
        )
      }
    >
      <DialogTextField
        label={say('editor.address')}
        hint={say('editor.addressHint')}
        value={address}
        put={setAddress}
      />
      <StorySearch say={say} choose={(story) => choose(story.href)} />
    </Dialog>
  );
}
