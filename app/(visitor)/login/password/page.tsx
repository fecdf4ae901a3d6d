import type { Metadata } from 'next';
import { NewPasswordForm } from '@/components/admin/people/new-password-form.client';
import { minPasswordLength } from '@/lib/people/accounts/password';
import { staffLinkOwner } from '@/lib/people/links/reading';
import { readSite } from '@/lib/site/reading';
import { choosePassword } from '../actions';
import { SignInFrame, SignInLink } from '../frame';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('signIn.password.title'), referrer: 'same-origin' };
}

/** Where a mailed link leads. Opening the page uses nothing up: mail scanners follow every link. */
export default async function ChoosePasswordPage({ searchParams }: PageProps<'/login/password'>) {
  const { token: sent } = await searchParams;
  const token = typeof sent === 'string' ? sent : '';
  const { say } = await readSite();
  const owner = await staffLinkOwner(token);
  return (
    <SignInFrame title={say('signIn.password.title')}>
      {owner ? (
        <NewPasswordForm
          action={choosePassword}
          token={token}
          email={owner.email}
          labels={{
            intro: say('signIn.password.for', { name: owner.name }),
            password: say('account.new'),
            repeat: say('account.repeat'),
            hint: say('account.hint', { min: minPasswordLength }),
            submit: say('signIn.password.save'),
          }}
        />
      ) : (
        <>
          <p>{say('signIn.password.expired')}</p>
          <SignInLink href="/login/forgot">{say('signIn.password.newLink')}</SignInLink>
        </>
      )}
    </SignInFrame>
  );
}
