import { Icon } from '@/components/reader/icon';
import type { Say } from '@/lib/site/labels';
import type { Story } from '@/lib/stories/for-readers/reading';

/** More of them stand between a story and what was said about it only for who asks. */
const TOPICS_AT_ONCE = 24;

/** The districts and topics of a story, as links to their pages. */
export function StoryTags({ story, say }: { story: Story; say: Say }) {
  return (
    <div className="tags">
      <strong>{say('article.tags')}</strong>
      {story.districts.map((district) => (
        <a key={district.code} className="chip" href={`/district/${district.code}`}>
          {/* A district and a topic often have the same name. */}
          <Icon name="place" />
          {district.name}
        </a>
      ))}
      <Topics topics={story.topics.slice(0, TOPICS_AT_ONCE)} />
      {story.topics.length > TOPICS_AT_ONCE && (
        <details>
          <summary className="chip">
            {say('article.moreTags', { count: story.topics.length - TOPICS_AT_ONCE })}
          </summary>
          <div className="chips mt-2">
            <Topics topics={story.topics.slice(TOPICS_AT_ONCE)} />
          </div>
        </details>
      )}
    </div>
  );
}

function Topics({ topics }: Pick<Story, 'topics'>) {
  return topics.map((topic) => (
    <a key={topic.id} className="chip" href={`/topic/${topic.slug}`}>
      {topic.name}
    </a>
  ));
}
