import { graphemes } from '@/lib/bengali/graphemes';
import type { StoryCard } from '@/lib/stories/cards';

/** A voice: the face, or the name's first letter where there is none, then who says what. */
export function OpinionCard({ story }: { story: StoryCard }) {
  const who = story.firstByline;
  return (
    <article className="op card">
      <span className="op__face" aria-hidden="true">
        {who?.portrait ? (
          // biome-ignore lint/performance/noImgElement: variants are our own; the optimiser endpoint is off
          <img
            src={who.portrait.src}
            srcSet={who.portrait.srcSet}
            sizes="6.5rem"
            width={who.portrait.width}
            height={who.portrait.height}
            alt=""
            loading="lazy"
            decoding="async"
          />
        ) : (
          <span className="op__letter">{initial(who?.name ?? story.sectionName)}</span>
        )}
      </span>
      <div>
        {who && <span className="by">{who.name}</span>}
        <h3>
          <a href={story.href}>{story.headline}</a>
        </h3>
        {who?.role && <span className="meta">{who.role}</span>}
      </div>
    </article>
  );
}

function initial(name: string): string {
  return graphemes(name.replace(/^(ড|ডা|প্রফেসর|অধ্যাপক|মো|মোঃ)\.?\s+/, ''))[0] ?? '';
}
