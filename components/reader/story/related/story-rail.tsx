import { Ad } from '@/components/reader/ads/ad';
import { MostRead } from '@/components/reader/front/rank';
import { Card, RowCard } from '@/components/reader/listing/card';
import { StaticHtml } from '@/components/static-html/static-html';
import type { DisplayedAd } from '@/lib/ads/reading';
import type { Say } from '@/lib/site/labels';
import type { StoryCard } from '@/lib/stories/for-readers/cards';

interface StoryRailProps {
  mostRead: readonly StoryCard[];
  /** The newest of the story's section. */
  fromSection: readonly StoryCard[];
  sectionName: string;
  ad: DisplayedAd | null;
  now: Date;
  say: Say;
}

/** Beside a story: what is read most, and more of its section. */
export function StoryRail({ mostRead, fromSection, sectionName, ad, now, say }: StoryRailProps) {
  const [first, ...others] = fromSection;
  return (
    <StaticHtml as="aside" className="rail" aria-label={say('nav.rail')}>
      <MostRead stories={mostRead} say={say} />
      <Ad ad={ad} say={say} />
      {first && (
        <section>
          <h2>{say('article.moreFromSection', { section: sectionName })}</h2>
          <div className="stack mt-4">
            <Card
              story={first}
              now={now}
              hasKicker
              hasTime={false}
              picture={{ sizes: '(min-width: 64rem) 19rem, 85vw' }}
            />
            {others.map((one) => (
              <RowCard key={one.id} story={one} now={now} />
            ))}
          </div>
        </section>
      )}
    </StaticHtml>
  );
}
