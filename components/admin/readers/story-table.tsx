import type { deskReaders } from '@/lib/readership/desk';
import type { Say } from '@/lib/site/labels';
import { Bar } from './bar';

interface ReadershipTable {
  stories: Awaited<ReturnType<typeof deskReaders>>['stories'];
  say: Say;
}

/** The stories that are read most, each with its readers and how much of it they read. */
export function StoryTable({ stories, say }: ReadershipTable) {
  const most = stories[0]?.views ?? 0;
  return (
    <table className="figures figures--stories mb-6 text-small w-full border-collapse [&_caption]:py-[0.35rem] [&_caption]:border-t-3 [&_caption]:border-t-rule-strong [&_caption]:text-h6/[1.5] [&_caption]:font-serif [&_caption]:font-strong [&_caption]:text-left">
      <caption>{say('readership.stories')}</caption>
      <thead>
        <tr>
          <th className="text-(length:--text-meta) text-ink-3 first:whitespace-nowrap" scope="col">
            {say('readership.place')}
          </th>
          <th className="text-(length:--text-meta) text-ink-3 first:whitespace-nowrap" scope="col">
            {say('readership.story')}
          </th>
          <th scope="col" className="num text-(length:--text-meta) text-ink-3 first:whitespace-nowrap">
            {say('readership.reads')}
          </th>
          <td className="max-md:hidden first:whitespace-nowrap" />
          <th scope="col" className="num text-(length:--text-meta) text-ink-3 first:whitespace-nowrap">
            {say('readership.averageShort')}
          </th>
        </tr>
      </thead>
      <tbody>
        {stories.map((story, place) => (
          <tr key={story.id}>
            <td className="first:whitespace-nowrap">{say('readership.count', { count: place + 1 })}</td>
            <th className="first:whitespace-nowrap" scope="row">
              <a
                className="text-base/[1.45] font-serif font-strong block"
                href={`/admin/stories/${story.id}`}
              >
                {story.headline}
              </a>
              <span className="meta">{story.sectionName}</span>
            </th>
            <td className="num first:whitespace-nowrap">{say('readership.count', { count: story.views })}</td>
            <td className="w-[22%] max-md:hidden first:whitespace-nowrap">
              <Bar part={story.views} whole={most} />
            </td>
            <td className="num first:whitespace-nowrap">
              {say('readership.percent', { count: story.average })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
