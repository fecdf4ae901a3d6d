import { toBengaliDigits } from '@barta/bengali/digits';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { FindForm } from '@/components/admin/desk/lists/find-form';
import { ListAndForm } from '@/components/admin/desk/lists/list-and-form';
import { idIn } from '@/lib/forms/read-form';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { deskTopics } from '@/lib/taxonomy/desk';
import { joinTopics, saveTopic } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('taxonomy.topics') };
}

export default async function TopicsPage({ searchParams }: PageProps<'/admin/topics'>) {
  const { edit, q } = await searchParams;
  const words = String(q ?? '');
  const { topics, edited } = await deskTopics(words, idIn(String(edit ?? '')));
  const { say } = await readSite();
  const query = words === '' ? '' : `q=${encodeURIComponent(words)}&`;

  return (
    <>
      <DeskHead title={say('taxonomy.topics')} />
      <FindForm action="/admin/topics" words={words} say={say} />
      <ListAndForm
        title={say('taxonomy.topics')}
        columns={[
          { label: say('taxonomy.name') },
          { label: say('taxonomy.slug') },
          { label: say('taxonomy.stories'), look: 'num' },
        ]}
        entries={topics.map(({ id, name, slug, stories }) => ({
          id,
          name,
          href: `/admin/topics?${query}edit=${id}#edit`,
          cells: [
            <a key="slug" href={`/topic/${encodeURIComponent(slug)}`}>
              {slug}
            </a>,
            toBengaliDigits(stories),
          ],
        }))}
        here={edited?.id}
        empty={say('taxonomy.none')}
        heading={edited ? say('taxonomy.editSection', { name: edited.name }) : say('taxonomy.edit')}
      >
        {!edited && <p className="meta">{say('taxonomy.choose')}</p>}
        {edited && <TopicForms topic={edited} say={say} />}
      </ListAndForm>
    </>
  );
}

type EditedTopic = NonNullable<Awaited<ReturnType<typeof deskTopics>>['edited']>;

function TopicForms({ topic, say }: { topic: EditedTopic; say: Say }) {
  return (
    <>
      <DeskForm
        key={`edit-${topic.id}`}
        id="topic"
        action={saveTopic}
        submit={say('taxonomy.save')}
        fields={[
          { kind: 'hidden', name: 'id', label: '', value: String(topic.id) },
          { kind: 'hidden', name: 'basedOn', label: '', value: String(topic.version) },
          { name: 'name', label: say('taxonomy.name'), value: topic.name, required: true },
          {
            kind: 'lines',
            name: 'description',
            label: say('taxonomy.description'),
            hint: say('taxonomy.descriptionHint'),
            value: topic.description,
          },
        ]}
      />
      <DeskForm
        key={`merge-${topic.id}`}
        id="merge"
        action={joinTopics}
        submit={say('taxonomy.merge')}
        kind="no"
        fields={[
          { kind: 'hidden', name: 'id', label: '', value: String(topic.id) },
          {
            name: 'into',
            label: say('taxonomy.mergeInto'),
            hint: say('taxonomy.mergeHint'),
            required: true,
          },
        ]}
      />
    </>
  );
}
