'use client';

import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { type DropAnswer, DropForm } from '@/components/admin/uploads/drop-form.client';
import type { SentFile } from '@/components/admin/uploads/sent-file-list';
import { acceptedExtensions, kindByName, sendMedia, type UploadedMedia } from './send-media.client';

/** What became of one file: its address, or the sentence why there is none. */
export interface SentMedia extends SentFile {
  address?: string;
}

export type MediaAddAnswer = DropAnswer<SentMedia>;

interface MediaAddProps {
  action: (state: MediaAddAnswer, form: FormData) => Promise<MediaAddAnswer>;
  /** What one file may have, with script. */
  maxMegabytes: number;
}

/** Sounds and films into the library. With script they go in pieces, each from where it was when the line broke. */
export function MediaAdd({ action, maxMegabytes: max }: MediaAddProps) {
  const say = useSay();
  return (
    <DropForm<UploadedMedia, SentMedia>
      name="media"
      accept={`${acceptedExtensions.audio},${acceptedExtensions.video}`}
      words={{
        title: say('mediaLibrary.add'),
        files: say('mediaLibrary.files'),
        hint: say('mediaLibrary.filesHint', { max }),
        noneChosen: say('mediaLibrary.noneChosen'),
      }}
      action={action}
      faultOf={({ name, size }) => {
        if (kindByName(name) === null) return say('media.refused.media-kind');
        return size > max * 1024 * 1024 ? say('media.refused.media-too-heavy', { max }) : null;
      }}
      send={(file, watch) => sendMedia(file, kindByName(file.name) ?? 'audio', watch)}
      sentAs={({ address }, name) => ({ name, address })}
    >
      {({ address = '' }) => (
        <>
          <span className="pill pill--ok">{say('mediaLibrary.uploaded')}</span>
          <a className="font-medium text-accent underline" href={address.replace('/media/', '/admin/media/')}>
            {say('mediaLibrary.open')}
          </a>
        </>
      )}
    </DropForm>
  );
}
