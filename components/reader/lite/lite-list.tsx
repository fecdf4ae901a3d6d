import { spoken } from '@/components/reader/spoken';
import { StoryTime } from '@/components/reader/story/story-time';
import type { StoryCard } from '@/lib/stories/for-readers/cards';

interface LiteList {
  stories: readonly StoryCard[];
  now: Date;
  /** The first with its standfirst. */
  hasLead?: boolean;
}

/** Headlines and when they came, each a link to the story's light page. */
export function LiteList({ stories, now, hasLead = false }: LiteList) {
  return (
    <ul className="list">
      {stories.map((story, index) => (
        <li key={story.id}>
          <a href={`/lite${story.href}`}>{spoken(story.headline)}</a>
          {hasLead && index === 0 && story.standfirst && <p>{spoken(story.standfirst)}</p>}
          <small>
            <StoryTime at={story.publishedAt} now={now} />
          </small>
        </li>
      ))}
    </ul>
  );
}
