import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/admin/people/sign-in-form.client';
import { type FormState, untouched } from '@/lib/forms/form-state';
import { currentStaff } from '@/lib/people/require-staff';
import { deskPathIn } from '@/lib/people/sessions/return-url';
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
    <main className="gate mx-auto pt-[clamp(2rem,10vh,6rem)] pb-16 px-4 max-w-96 [&_.input]:text-[1rem] [&_.input]:min-h-11">
      <p className="pb-[0.4rem] gap-[0.6rem] border-b-3 border-b-rule-strong text-[2.25rem]/[1.4] font-serif font-[800] flex items-baseline">
        {siteName}{' '}
        <span className="text-base/[1] font-sans font-strong text-accent">{say('admin.desk')}</span>
      </p>
      <h1 className="mt-5 mb-4 mx-0 text-h4/[1.42] font-lead">{say('admin.login')}</h1>
      <SignInForm
        action={enterDesk}
        start={start}
        next={wayBack}
        labels={{ email: say('admin.email'), password: say('admin.password'), submit: say('admin.login') }}
      />
      <p className="mt-6 text-(length:--text-meta) text-ink-3">
        <a className="inline-flex items-center min-h-6 underline" href="/">
          {say('error.goHome')}
        </a>
      </p>
    </main>
  );
}
