import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/admin/people/sign-in-form.client';
import { type FormState, untouched } from '@/lib/forms/form-state';
import { currentStaffSession } from '@/lib/people/require-staff';
import { deskPathIn } from '@/lib/people/sessions/return-url';
import { readSite } from '@/lib/site/reading';
import { enterDesk } from './actions';
import { SignInFrame, SignInLink } from './frame';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.login') };
}

export default async function SignInPage({ searchParams }: PageProps<'/login'>) {
  const { next, error } = await searchParams;
  const wayBack = deskPathIn(typeof next === 'string' ? next : undefined);
  if (await currentStaffSession()) redirect(wayBack as Route);

  const { say } = await readSite();
  // next-auth's own sign-in sends a failure here with a word of its own in `error`.
  const failure = say(error === 'second-factor' ? 'signIn.secondFactorHere' : 'admin.loginFailed');
  const start: FormState = error ? { ...untouched, notice: { kind: 'refused', text: failure } } : untouched;
  return (
    <SignInFrame title={say('admin.login')}>
      <SignInForm
        action={enterDesk}
        start={start}
        next={wayBack}
        labels={{ email: say('admin.email'), password: say('admin.password'), submit: say('admin.login') }}
      />
      <SignInLink href="/login/forgot">{say('admin.forgotPassword')}</SignInLink>
      <SignInLink href="/">{say('error.goHome')}</SignInLink>
    </SignInFrame>
  );
}
