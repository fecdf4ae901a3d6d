import type { Say } from '@/lib/site/labels';
import { type ListedStory, StoryRow } from './story-row';

export function StoryList({ stories, say, now }: { stories: readonly ListedStory[]; say: Say; now: Date }) {
  return (
    <table className="desk desk--stories">
      <caption className="vh">{say('storyDesk.listCaption')}</caption>
      <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
        <tr className="max-md:grid-cols-[1.75rem_minmax(0,1fr)_auto]">
          <th scope="col">
            <span className="vh">{say('list.choice')}</span>
          </th>
          <th scope="col">{say('editor.headline')}</th>
          <th scope="col">{say('editor.section')}</th>
          <th scope="col">{say('editor.byline')}</th>
          <th scope="col">{say('storyDesk.state')}</th>
          <th scope="col">{say('storyDesk.time')}</th>
          <th scope="col" className="num">
            {say('storyDesk.commentCount')}
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {stories.map((story) => (
          <StoryRow key={story.id} story={story} say={say} now={now} />
        ))}
      </tbody>
    </table>
  );
}
