import type { Metadata } from 'next';
import { type DeskField, DeskForm } from '@/components/admin/desk/desk-form.client';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { ButtonLink } from '@/components/ui/button';
import { deskSettings } from '@/lib/site/desk';
import { readSite } from '@/lib/site/reading';
import { saveSettings } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('settings.title') };
}

export default async function SettingsPage() {
  const settings = await deskSettings();
  const { say } = await readSite();
  return (
    <>
      <DeskHead title={say('settings.title')}>
        <ButtonLink href="/admin/settings/identity" icon="picture">
          {say('identity.title')}
        </ButtonLink>
      </DeskHead>
      <DeskForm
        id="settings"
        action={saveSettings}
        submit={say('settings.save')}
        fields={settings.map(({ key, label, hint, value, form, choices }): DeskField => {
          if (choices) return { kind: 'choice', name: key, label, hint, value, options: choices };
          if (form === 'lines') return { kind: 'lines', name: key, label, hint, value, rows: 5 };
          return { kind: form, name: key, label, hint, value };
        })}
      />
    </>
  );
}
