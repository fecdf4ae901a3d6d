import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { deskLabels, LABELS_SHOWN } from '@/lib/site/desk';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('settings.labels') };
}

/** What each sentence of the site is called in the list of the newsroom's own ones. */
export default async function LabelsPage({ searchParams }: PageProps<'/admin/settings/labels'>) {
  const { q } = await searchParams;
  const query = [q].flat()[0] ?? '';
  const { found, total } = await deskLabels(query);
  const { say } = await readSite();
  return (
    <>
      <DeskHead title={say('settings.labels')}>
        <ButtonLink kind="quiet" icon="back" href="/admin/settings">
          {say('settings.title')}
        </ButtonLink>
      </DeskHead>
      <p className="meta">{say('settings.labels.how')}</p>
      <search>
        <form
          className="filters filters--list mb-3 gap-2 flex flex-wrap items-end [&_.select]:flex-[1_1_9rem] [&_.select]:w-full [&_.input]:flex-[2_1_14rem] [&_.input]:w-full [&>.field:first-of-type]:flex-[2_1_14rem]"
          action="/admin/settings/labels"
        >
          <Field name="q" label={say('settings.labels.q')} value={query} autoComplete="off" />
          <Button kind="ink" icon="search">
            {say('keys.search')}
          </Button>
        </form>
      </search>
      {query.trim() !== '' && (
        <p className="meta" role="status">
          {total === 0
            ? say('settings.labels.none')
            : say('settings.labels.found', { total, shown: Math.min(total, LABELS_SHOWN) })}
        </p>
      )}
      {found.length > 0 && (
        <ul>
          {found.map(({ key, sentence }) => (
            <li
              className="py-[0.45rem] px-0 gap-y-0 gap-x-3 border-b border-b-rule grid grid-cols-[minmax(0,1fr)_auto] items-baseline"
              key={key}
            >
              <span>
                <code>{key}</code> = {sentence}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
