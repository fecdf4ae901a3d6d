import type { Metadata } from 'next';
import { DeskForm } from '@/components/admin/desk/desk-form.client';
import { FindForm } from '@/components/admin/desk/find-form';
import { toBengaliDigits } from '@/lib/bengali/digits';
import { idIn } from '@/lib/forms/read-form';
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
      <div className="title">
        <h1>{say('taxonomy.topics')}</h1>
      </div>
      <FindForm action="/admin/topics" words={words} say={say} />
      <div className="staff">
        {topics.length === 0 ? (
          <p className="note">{say('taxonomy.none')}</p>
        ) : (
          <table className="desk desk--plain">
            <caption className="vh">{say('taxonomy.topics')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('taxonomy.name')}</th>
                <th scope="col">{say('taxonomy.slug')}</th>
                <th scope="col" className="num">
                  {say('taxonomy.stories')}
                </th>
              </tr>
            </thead>
            <tbody>
              {topics.map((topic) => (
                <tr key={topic.id}>
                  <td className="h">
                    <a
                      href={`/admin/topics?${query}edit=${topic.id}#edit`}
                      aria-current={topic.id === edited?.id || undefined}
                    >
                      {topic.name}
                    </a>
                  </td>
                  <td className="sec">
                    <a href={`/topic/${encodeURIComponent(topic.slug)}`}>{topic.slug}</a>
                  </td>
                  <td className="num">{toBengaliDigits(topic.stories)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <section className="panel" aria-labelledby="edit">
          <h2 id="edit">
            {edited ? say('taxonomy.editSection', { name: edited.name }) : say('taxonomy.edit')}
          </h2>
          {!edited && <p className="meta">{say('taxonomy.choose')}</p>}
          {edited && (
            <>
              <DeskForm
                key={`edit-${edited.id}`}
                id="topic"
                action={saveTopic}
                submit={say('taxonomy.save')}
                fields={[
                  { kind: 'hidden', name: 'id', label: '', value: String(edited.id) },
                  { kind: 'hidden', name: 'basedOn', label: '', value: String(edited.version) },
                  { name: 'name', label: say('taxonomy.name'), value: edited.name, required: true },
                  {
                    kind: 'lines',
                    name: 'description',
                    label: say('taxonomy.description'),
                    hint: say('taxonomy.descriptionHint'),
                    value: edited.description,
                  },
                ]}
              />
              <DeskForm
                key={`merge-${edited.id}`}
                id="merge"
                action={joinTopics}
                submit={say('taxonomy.merge')}
                kind="no"
                fields={[
                  { kind: 'hidden', name: 'id', label: '', value: String(edited.id) },
                  {
                    name: 'into',
                    label: say('taxonomy.mergeInto'),
                    hint: say('taxonomy.mergeHint'),
                    required: true,
                  },
                ]}
              />
            </>
          )}
        </section>
      </div>
    </>
  );
}
