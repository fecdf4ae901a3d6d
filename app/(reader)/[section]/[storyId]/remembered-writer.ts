import { cookies } from 'next/headers';
import type { CommentDraft } from '@/lib/comments/posting/comment-draft';
import {
  REMEMBERED_WRITER_COOKIE,
  REMEMBERED_WRITER_SECONDS,
  type RememberedWriter,
  readRememberedWriter,
  rememberedWriterCookie,
} from '@/lib/comments/posting/remembered-writer';
import { env } from '@/lib/env';
import { textOf } from '@/lib/forms/read-form';
import { formSecret } from './comment-signals';

/** With script the browser remembers by itself. */
const isWithoutScript = (form: FormData) => textOf(form, 'canWork') !== '1';

/** Whom the browser has remembered, for a form that was sent with neither name nor address; null otherwise. */
export async function writerToFillIn(form: FormData): Promise<RememberedWriter | null> {
  const isEmpty = textOf(form, 'name').trim() === '' && textOf(form, 'email').trim() === '';
  if (!isEmpty || !isWithoutScript(form)) return null;
  return readRememberedWriter((await cookies()).get(REMEMBERED_WRITER_COOKIE)?.value, formSecret());
}

/** Remembers the writer of a comment that was taken, or forgets whom it knew, as the tick says. */
export async function rememberWriter(form: FormData, draft: CommentDraft): Promise<void> {
  if (!isWithoutScript(form)) return;
  const jar = await cookies();
  if (textOf(form, 'remember') !== '1') {
    if (jar.has(REMEMBERED_WRITER_COOKIE)) jar.delete(REMEMBERED_WRITER_COOKIE);
    return;
  }
  jar.set(REMEMBERED_WRITER_COOKIE, rememberedWriterCookie(draft, formSecret()), {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().SITE_URL.startsWith('https:'),
    path: '/',
    maxAge: REMEMBERED_WRITER_SECONDS,
  });
}
