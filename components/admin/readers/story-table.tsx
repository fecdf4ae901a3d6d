import type { deskReaders } from '@/lib/readership/desk';
import type { Say } from '@/lib/site/labels';
import { Bar } from './bar';

interface Table {
  stories: Awaited<ReturnType<typeof deskReaders>>['stories'];
  say: Say;
}

/** The stories that are read most, each with its readers and how much of it they read. */
export function StoryTable({ stories, say }: Table) {
  const most = stories[0]?.views ?? 0;
  return (
    <table className="figures figures--stories">
      <caption>{say('readership.stories')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('readership.place')}</th>
          <th scope="col">{say('readership.story')}</th>
          <th scope="col" className="num">
            {say('readership.reads')}
          </th>
          <td />
          <th scope="col" className="num">
            {say('readership.averageShort')}
          </th>
        </tr>
      </thead>
      <tbody>
        {stories.map((story, place) => (
          <tr key={story.id}>
            <td>{say('readership.count', { count: place + 1 })}</td>
            <th scope="row">
              <a href={`/admin/stories/${story.id}`}>{story.headline}</a>
              <span className="meta">{story.sectionName}</span>
            </th>
            <td className="num">{say('readership.count', { count: story.views })}</td>
            <td className="figures__bar">
              <Bar part={story.views} whole={most} />
            </td>
            <td className="num">{say('readership.percent', { count: story.average })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
