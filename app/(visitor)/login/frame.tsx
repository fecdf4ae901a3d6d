import type { ReactNode } from 'react';
import { readSite } from '@/lib/site/reading';
import '../../admin/admin.css';

/** The newspaper's name above one of the forms by which staff sign in. */
export async function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  const { siteName, say } = await readSite();
  return (
    <main className="gate mx-auto pt-[clamp(2rem,10vh,6rem)] pb-16 px-4 max-w-96 [&_.input]:text-[1rem] [&_.input]:min-h-11">
      <p className="pb-[0.4rem] gap-[0.6rem] border-b-3 border-b-rule-strong text-[2.25rem]/[1.4] font-serif font-[800] flex items-baseline">
        {siteName}{' '}
        <span className="text-base/[1] font-sans font-strong text-accent">{say('admin.desk')}</span>
      </p>
      <h1 className="mt-5 mb-4 mx-0 text-h4/[1.42] font-lead">{title}</h1>
      {children}
    </main>
  );
}

/** Where else one may go, under the form. */
export function SignInLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="mt-4 text-(length:--text-meta) text-ink-3">
      <a className="inline-flex items-center min-h-6 underline" href={href}>
        {children}
      </a>
    </p>
  );
}
