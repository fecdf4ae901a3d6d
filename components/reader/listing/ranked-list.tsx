import { Picture } from '@/components/reader/picture';
import { spoken } from '@/components/reader/spoken';
import { StoryTime } from '@/components/reader/story/story-time';
import type { StoryCard } from '@/lib/stories/for-readers/cards';

interface Ranked {
  stories: readonly StoryCard[];
  label: string;
  now: Date;
}

/** Stories in the order of a list that has places, with their numbers. */
export function RankedList({ stories, label, now }: Ranked) {
  return (
    <ol className="rank rank--page" aria-label={label}>
      {stories.map((story) => (
        <li key={story.id}>
          <article className="item">
            <div>
              <span className="kicker">{story.sectionName}</span>
              <h2>
                <a href={story.href}>{spoken(story.headline)}</a>
              </h2>
              <span className="meta">
                <StoryTime at={story.publishedAt} now={now} />
              </span>
            </div>
            <Picture picture={story.picture} mark={story.mark} sizes="(min-width: 45rem) 13rem, 7rem" />
          </article>
        </li>
      ))}
    </ol>
  );
}
