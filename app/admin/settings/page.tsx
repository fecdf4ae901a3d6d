import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { type DeskField, DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { ButtonLink } from '@/components/ui/button';
import { deskSettings } from '@/lib/site/desk';
import { readSite } from '@/lib/site/reading';
import { saveSettings } from './actions';
import { settingsBaseline } from './settings-baseline';

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
        <span className="title__ways gap-[0.4rem] flex flex-wrap">
          <ButtonLink href="/admin/settings/labels" icon="search">
            {say('settings.labels')}
          </ButtonLink>
          <ButtonLink href="/admin/settings/identity" icon="picture">
            {say('identity.title')}
          </ButtonLink>
        </span>
      </DeskHead>
      <DeskForm
        id="settings"
        action={saveSettings}
        submit={say('settings.save')}
        fields={[
          { kind: 'hidden', name: 'basedOn', label: '', value: settingsBaseline(settings) },
          ...settings.flatMap(({ key, label, hint, value, form, choices, part }): DeskField[] => {
            const heading = part ? [{ kind: 'heading' as const, name: `part ${key}`, label: part }] : [];
            const field = { name: key, label, hint, value };
            if (choices) return [...heading, { ...field, kind: 'choice', options: choices }];
            return [...heading, { ...field, kind: form, ...(form === 'lines' && { rows: 5 }) }];
          }),
        ]}
      />
    </>
  );
}
