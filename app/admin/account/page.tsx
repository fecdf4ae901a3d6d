import type { Metadata } from 'next';
import { PasswordForm } from '@/components/admin/people/password-form.client';
import { minPasswordLength } from '@/lib/people/password';
import { requireStaff } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';
import { changeOwnPassword } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.account') };
}

export default async function AccountPage() {
  await requireStaff('enter-desk', '/admin/account');
  const { say } = await readSite();
  return (
    <>
      <div className="title">
        <h1>{say('admin.account')}</h1>
      </div>
      <PasswordForm
        action={changeOwnPassword}
        words={{
          current: say('account.current'),
          wanted: say('account.new'),
          repeat: say('account.repeat'),
          hint: say('account.hint', { min: minPasswordLength }),
          submit: say('account.change'),
        }}
      />
    </>
  );
}
