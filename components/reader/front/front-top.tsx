import { Card } from '@/components/reader/listing/card';
import { spoken } from '@/components/reader/spoken';
import type { Front } from '@/lib/fronts/reading';
import type { Say } from '@/lib/site/labels';
import { FrontTabs } from './front-tabs';

interface Top extends Pick<Front, 'latest' | 'mostRead'> {
  top: NonNullable<Front['top']>;
  now: Date;
  /** Where all news of the day stand. */
  allNews: string;
  say: Say;
}

/** The head of the front: the lead with its lines, two beside it, and the two lists of which one shows. */
export function FrontTop({ top, latest, mostRead, now, allNews, say }: Top) {
  const [lead, ...rest] = top;
  const secondary = rest.slice(0, 2).flatMap((story) => story ?? []);
  const also = rest.slice(2).flatMap((story) => story ?? []);
  return (
    <div className="page top">
      <div className="cols g633 ruled stacked">
        <section aria-label={say('front.lead')}>
          {lead && (
            <Card
              story={lead}
              now={now}
              look="lead"
              heading="h2"
              hasKicker
              hasStandfirst
              picture={{ shape: 'lead', sizes: '(min-width: 64rem) 37rem, 85vw', isFirst: true }}
            />
          )}
          {also.length > 0 && (
            <ul className="also">
              {also.map((story) => (
                <li key={story.id}>
                  <a href={story.href}>{spoken(story.headline)}</a>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section className="stack" aria-label={say('front.secondary')}>
          {secondary.map((story, index) => (
            <Card
              key={story.id}
              story={story}
              now={now}
              look="mid"
              heading="h2"
              hasKicker
              hasStandfirst
              {...(index === 0 && { picture: { sizes: '(min-width: 64rem) 18rem, 85vw' } })}
            />
          ))}
        </section>
        <FrontTabs latest={latest} mostRead={mostRead} now={now} allNews={allNews} say={say} />
      </div>
    </div>
  );
}
