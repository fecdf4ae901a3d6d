import { spoken } from '@/components/reader/spoken';
import { StoryTime } from '@/components/reader/story/story-time';
import type { Say } from '@/lib/site/labels';
import type { StoryCard } from '@/lib/stories/for-readers/cards';

/** A numbered list of headlines: the newest, or what is read most. */
export function Rank({ stories, label, now }: { stories: readonly StoryCard[]; label: string; now?: Date }) {
  return (
    <ol className="rank" aria-label={label}>
      {stories.map((story) => (
        <li key={story.id}>
          <a href={story.href}>{spoken(story.headline)}</a>
          {now && (
            <span className="meta">
              <StoryTime at={story.publishedAt} now={now} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The most-read list of the rail. Its heading stands even before anything was counted. */
export function MostRead({ stories, say }: { stories: readonly StoryCard[]; say: Say }) {
  return (
    <section>
      <h2>
        <a href="/popular">{say('nav.mostRead')}</a>
      </h2>
      {stories.length > 0 ? (
        <Rank stories={stories} label={say('nav.mostRead')} />
      ) : (
        <p className="meta">{say('empty.mostRead')}</p>
      )}
    </section>
  );
}
