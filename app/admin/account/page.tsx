import { clockTime } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { ConfirmIdentityForm } from '@/components/admin/people/confirm-identity-form.client';
import { PasswordForm } from '@/components/admin/people/password-form.client';
import { SecondFactorPanel } from '@/components/admin/people/second-factor-panel.client';
import { SessionList } from '@/components/admin/people/session-list';
import { Notice } from '@/components/ui/notice';
import { deskAccount } from '@/lib/people/account';
import { minPasswordLength } from '@/lib/people/accounts/password';
import { deskSessions } from '@/lib/people/desk';
import { readSite } from '@/lib/site/reading';
import { changeOwnPassword, confirmOwnIdentity, endSessionElsewhere } from './actions';
import { manageOwnSecondFactor } from './second-factor-actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.account') };
}

export default async function AccountPage({ searchParams }: PageProps<'/admin/account'>) {
  const { confirm } = await searchParams;
  const [account, sessions] = await Promise.all([deskAccount(), deskSessions()]);
  const { say } = await readSite();
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <>
      <DeskHead title={say('admin.account')} />
      {confirm !== undefined && <Notice kind="refused">{say('account.confirmFirst')}</Notice>}
      {account.isPasswordChangeDue && <Notice kind="refused">{say('account.passwordDue')}</Notice>}
      {account.isSecondFactorDue && <Notice kind="refused">{say('account.secondFactorDue')}</Notice>}
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
      <SecondFactorPanel
        action={manageOwnSecondFactor}
        isOn={account.hasSecondFactor}
        setup={account.setup}
        labels={{
          title: say('account.app.title'),
          state: account.hasSecondFactor
            ? `${say('account.app.on')} ${say('account.app.codesLeft', { count: account.factors.recoveryCodes })}`
            : say('account.app.off'),
          begin: say('account.app.begin'),
          scan: say('account.app.scan'),
          qr: say('account.app.qr'),
          code: say('account.app.code'),
          confirm: say('account.app.confirm'),
          newCodes: say('account.app.newCodes'),
          remove: say('account.app.remove'),
        }}
      />
      <section className="panel" aria-labelledby="confirm-identity">
        <h2 id="confirm-identity">{say('account.identity.title')}</h2>
        <ConfirmIdentityForm
          action={confirmOwnIdentity}
          labels={{
            note: say('account.identity.note'),
            password: say('account.identity.label'),
            submit: say('account.identity.submit'),
          }}
          codeLabel={account.hasSecondFactor ? say('account.identity.codeLabel') : undefined}
        />
      </section>
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
