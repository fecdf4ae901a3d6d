import type { Metadata } from 'next';
import { OneFieldForm } from '@/components/admin/people/one-field-form.client';
import { sendsMail } from '@/lib/mail/sends-mail';
import { readSite } from '@/lib/site/reading';
import { askForPasswordLink } from '../actions';
import { SignInFrame, SignInLink } from '../frame';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('signIn.forgot.title') };
}

/** A member who has forgotten the password, or whom strangers have locked out, asks for a link. */
export default async function ForgotPasswordPage() {
  const { say } = await readSite();
  return (
    <SignInFrame title={say('signIn.forgot.title')}>
      {sendsMail() ? (
        <OneFieldForm
          action={askForPasswordLink}
          field={{
            name: 'email',
            type: 'email',
            inputMode: 'email',
            autoComplete: 'username',
            label: say('admin.email'),
            hint: say('signIn.forgot.note'),
          }}
          submit={say('signIn.forgot.send')}
        />
      ) : (
        <p>{say('signIn.forgot.noMail')}</p>
      )}
      <SignInLink href="/login">{say('signIn.backToSignIn')}</SignInLink>
    </SignInFrame>
  );
}
