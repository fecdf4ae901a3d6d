import { Face } from '@/components/reader/people/face';
import { spoken } from '@/components/reader/spoken';
import type { StoryCard } from '@/lib/stories/for-readers/cards';

/** A voice: the face, or the name's first letter where there is none, then who says what. */
export function OpinionCard({ story }: { story: StoryCard }) {
  const who = story.firstByline;
  return (
    <article className="op card">
      <Face name={who?.name ?? story.sectionName} portrait={who?.portrait ?? null} />
      <div>
        {who && <span className="by">{who.name}</span>}
        <h3>
          <a href={story.href}>{spoken(story.headline)}</a>
        </h3>
        {who?.role && <span className="meta">{who.role}</span>}
      </div>
    </article>
  );
}
