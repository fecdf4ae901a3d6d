'use client';

import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { type DropAnswer, DropForm } from '@/components/admin/uploads/drop-form.client';
import type { SentFile } from '@/components/admin/uploads/sent-file-list';
import { fieldsIn } from './picture-grid';
import { sendPicture, type UploadedPicture } from './send-picture.client';

/** What became of one file: its picture, or the sentence why there is none. */
export interface SentPicture extends SentFile {
  pictureId?: number;
  isKnown?: boolean;
  missing?: ('caption' | 'credit' | 'alt')[];
}

export type UploadAnswer = DropAnswer<SentPicture>;

interface PictureUploadProps {
  action: (state: UploadAnswer, form: FormData) => Promise<UploadAnswer>;
  maxMegabytes: number;
}

const kinds = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/tiff';

/** Pictures into the library. */
export function PictureUpload({ action, maxMegabytes: max }: PictureUploadProps) {
  const say = useSay();
  return (
    <DropForm<UploadedPicture, SentPicture>
      name="pictures"
      accept={kinds}
      words={{
        title: say('pictures.add'),
        files: say('pictures.files'),
        hint: say('pictures.filesHint', { max }),
        noneChosen: say('pictures.refused.none'),
      }}
      action={action}
      faultOf={({ size }) =>
        size > max * 1024 * 1024 ? say('pictures.refused.picture-too-heavy', { max }) : null
      }
      send={sendPicture}
      sentAs={({ picture, isKnown, missing }, name) => ({ name, pictureId: picture.id, isKnown, missing })}
    >
      {({ pictureId = 0, isKnown, missing = [] }) => (
        <>
          <span className={isKnown ? 'pill pill--info' : 'pill pill--ok'}>
            {say(isKnown ? 'pictures.known' : 'pictures.uploaded')}
          </span>
          <a className="font-medium text-accent underline" href={`/admin/pictures/${pictureId}`}>
            {say('pictures.picture', { id: pictureId })}
          </a>
          {missing.length > 0 && (
            <span className="meta">{say('pictures.needs', { fields: fieldsIn(missing, say) })}</span>
          )}
        </>
      )}
    </DropForm>
  );
}
