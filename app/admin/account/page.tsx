import { clockTime } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { PasswordForm } from '@/components/admin/people/password-form.client';
import { SessionList } from '@/components/admin/people/session-list';
import { minPasswordLength } from '@/lib/people/accounts/password';
import { deskSessions } from '@/lib/people/desk';
import { readSite } from '@/lib/site/reading';
import { changeOwnPassword, endSessionElsewhere } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.account') };
}

export default async function AccountPage() {
  const sessions = await deskSessions();
  const { say } = await readSite();
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <>
      <DeskHead title={say('admin.account')} />
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
      <section className="panel" aria-labelledby="sessions">
        <h2 id="sessions">{say('account.sessions')}</h2>
        <SessionList sessions={sessions} say={say} />
        <DeskForm
          id="session"
          action={endSessionElsewhere}
          submit={others.length > 0 ? say('account.endSession') : undefined}
          kind="no"
          fields={
            others.length === 0
              ? []
              : [
                  {
                    kind: 'choice',
                    name: 'session',
                    label: say('account.otherSessions'),
                    options: others.map(({ tokenHash, name, createdAt }) => ({
                      value: tokenHash,
                      label: `${name || say('account.someBrowser')}, ${clockTime(createdAt)}`,
                    })),
                  },
                ]
          }
        />
      </section>
    </>
  );
}
