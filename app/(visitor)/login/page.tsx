import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/admin/people/sign-in-form.client';
import { type FormState, untouched } from '@/lib/forms/form-state';
import { currentStaff } from '@/lib/people/require-staff';
import { deskPathIn } from '@/lib/people/way-back';
import { readSite } from '@/lib/site/reading';
import { enterDesk } from './actions';
import '../../admin/admin.css';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.login') };
}

export default async function SignInPage({ searchParams }: PageProps<'/login'>) {
  const { next, error } = await searchParams;
  const wayBack = deskPathIn(typeof next === 'string' ? next : undefined);
  if (await currentStaff()) redirect(wayBack as Route);

  const { siteName, say } = await readSite();
  // next-auth's own sign-in sends a failure here with a word of its own in `error`.
  const start: FormState = error
    ? { ...untouched, notice: { kind: 'refused', text: say('admin.loginFailed') } }
    : untouched;
  return (
    <main className="gate">
      <p className="gate__mark">
        {siteName} <span>{say('admin.desk')}</span>
      </p>
      <h1>{say('admin.login')}</h1>
      <SignInForm
        action={enterDesk}
        start={start}
        next={wayBack}
        labels={{ email: say('admin.email'), password: say('admin.password'), submit: say('admin.login') }}
      />
      <p className="gate__away">
        <a href="/">{say('error.goHome')}</a>
      </p>
    </main>
  );
}
