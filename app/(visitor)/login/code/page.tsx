import type { Metadata, Route } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { OneFieldForm } from '@/components/admin/people/one-field-form.client';
import { waitsForSecondFactor } from '@/lib/people/desk';
import { deskPathIn } from '@/lib/people/sessions/return-url';
import { SIGN_IN_STEP_COOKIE } from '@/lib/people/sessions/sign-in-step';
import { readSite } from '@/lib/site/reading';
import { enterCode } from '../actions';
import { SignInFrame, SignInLink } from '../frame';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('signIn.code.title') };
}

/** The second step of a sign-in whose password was right. */
export default async function SecondStepPage({ searchParams }: PageProps<'/login/code'>) {
  const { next } = await searchParams;
  const wayBack = deskPathIn(typeof next === 'string' ? next : undefined);
  const token = (await cookies()).get(SIGN_IN_STEP_COOKIE)?.value ?? '';
  if (!(await waitsForSecondFactor(token))) redirect(`/login?next=${encodeURIComponent(wayBack)}` as Route);

  const { say } = await readSite();
  return (
    <SignInFrame title={say('signIn.code.title')}>
      <OneFieldForm
        action={enterCode}
        hidden={{ next: wayBack }}
        field={{
          name: 'code',
          type: 'text',
          autoComplete: 'one-time-code',
          label: say('signIn.code.label'),
          hint: say('signIn.code.note'),
        }}
        submit={say('signIn.code.submit')}
      />
      <SignInLink href="/login">{say('signIn.backToSignIn')}</SignInLink>
    </SignInFrame>
  );
}
