'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { PictureAction } from './picture-form.client';

interface PictureReplaceProps {
  picture: { id: number; version: number };
  action: PictureAction;
}

/** Another file in the picture's place. */
export function PictureReplace({ picture, action }: PictureReplaceProps) {
  const say = useSay();
  const [state, send] = useAnswered(action);
  return (
    <section className="panel" aria-labelledby="picture-replace">
      <h2 id="picture-replace">{say('pictures.replace')}</h2>
      <form action={send} className="plain-form" noValidate>
        {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
        <Which {...picture} />
        <Field
          name="picture"
          type="file"
          accept="image/*"
          label={say('pictures.newFile')}
          hint={say('pictures.replaceHint')}
          error={state.errors.picture}
        />
        <Button>{say('pictures.replace')}</Button>
      </form>
    </section>
  );
}

/** Out of the library for good; or a reader's picture into it. */
export function PictureSettle({
  picture,
  action,
}: PictureReplaceProps & { picture: { isReaders: boolean; deletes: boolean } }) {
  const say = useSay();
  const [state, send] = useAnswered(action);
  return (
    <section className="panel" aria-labelledby="picture-settle">
      <h2 id="picture-settle">{say(picture.isReaders ? 'pictures.show.reader' : 'pictures.delete')}</h2>
      <form action={send} className="plain-form">
        {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
        <Which {...picture} />
        {picture.isReaders && (
          <Button name="do" value="take" kind="ok" icon="check">
            {say('pictures.take')}
          </Button>
        )}
        {picture.deletes && (
          <>
            <p className="hint">{say('pictures.deleteHint')}</p>
            <Button name="do" value="delete" kind="no">
              {say('pictures.delete')}
            </Button>
          </>
        )}
      </form>
    </section>
  );
}

function Which({ id, version }: PictureReplaceProps['picture']) {
  return (
    <>
      <input type="hidden" name="pictureId" value={id} />
      <input type="hidden" name="basedOn" value={version} />
    </>
  );
}

/** With script an action answers its state only; the page is read anew. */
function useAnswered(action: PictureAction) {
  const router = useRouter();
  const [state, send] = useRetrySafeForm(action, { values: {}, errors: {} });
  useEffect(() => {
    if (state.notice && !state.isUnanswered) router.refresh();
  }, [state, router]);
  return [state, send] as const;
}
