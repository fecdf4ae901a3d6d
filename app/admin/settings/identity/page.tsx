import { toBengaliDigits } from '@barta/bengali/digits';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { type DeskField, DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { ButtonLink } from '@/components/ui/button';
import { deskIdentity } from '@/lib/site/identity/desk';
import { readSite } from '@/lib/site/reading';
import { saveIdentity } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('identity.title') };
}

export default async function IdentityPage() {
  const signs = await deskIdentity();
  const { say } = await readSite();
  const withPicture = signs.filter(({ thumb }) => thumb !== null);
  return (
    <>
      <DeskHead title={say('identity.title')}>
        <ButtonLink href="/admin/settings" icon="back">
          {say('settings.title')}
        </ButtonLink>
      </DeskHead>
      <p className="meta">{say('identity.about')}</p>
      <div className="staff gap-8 grid items-start lg:grid-cols-[minmax(0,1fr)_19rem]">
        <DeskForm
          id="identity"
          action={saveIdentity}
          submit={say('identity.save')}
          fields={signs.flatMap(({ key, id }): DeskField[] => [
            {
              kind: 'number',
              name: key,
              label: say('identity.number', { name: say(`setting.${key}`) }),
              hint: say(`setting.${key}Hint`),
              value: id === 0 ? '' : toBengaliDigits(id),
            },
            {
              kind: 'file',
              name: `${key}File`,
              label: say('identity.upload', { name: say(`setting.${key}`) }),
              accept: 'image/*',
            },
          ])}
        />
        {withPicture.length > 0 && (
          <section className="panel" aria-labelledby="now">
            <h2 id="now">{say('identity.now')}</h2>
            {withPicture.map(({ key, thumb }) => (
              <figure key={key} className="mt-0 mb-4 mx-0">
                {/* biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off */}
                <img className="border border-rule max-w-full max-h-32" src={thumb ?? ''} alt="" />
                <figcaption className="meta">{say(`setting.${key}`)}</figcaption>
              </figure>
            ))}
          </section>
        )}
      </div>
    </>
  );
}
