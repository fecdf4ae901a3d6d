import { Ad } from '@/components/reader/ads/ad';
import { CacheTags } from '@/components/reader/cache-tags';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { Nothing } from '@/components/reader/listing/listing';
import { RankedList } from '@/components/reader/listing/ranked-list';
import { readAds } from '@/lib/ads/reading';
import { tag } from '@/lib/cache/tags';
import { alternatesFor } from '@/lib/feeds/links';
import type { Period } from '@/lib/readership/periods';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';
import { readMostRead } from '@/lib/stories/for-readers/reading';

/** As many as `rank-popular.ts` watches. */
const LISTED = 20;

const pages = [
  { period: 'day', href: '/popular' },
  { period: 'week', href: '/popular/week' },
  { period: 'month', href: '/popular/month' },
] as const;

export async function metadataOf(period: Period) {
  const { say } = await readSite();
  const page = pages.find((one) => one.period === period)?.href ?? '/popular';
  const title = `${say('readership.popularTitle')}: ${say(`readership.${period}`)}`;
  return {
    title,
    description: say(`readership.${period}Note`),
    alternates: alternatesFor({ page, feedOf: '/', title }),
    openGraph: await pageCard(page),
  };
}

/** What was read most over a day, a week or a month, and the way to the two others. */
export async function MostReadPage({ period }: { period: Period }) {
  const [{ say, adsOn }, stories] = await Promise.all([readSite(), readMostRead(LISTED, undefined, period)]);
  const now = new Date();
  const ads = await readAds(adsOn, now);
  return (
    <main id="main" className="page">
      <CacheTags tags={stories.map(({ id }) => tag.story(id))} swr={[tag.popularOf(period)]} />
      <Crumbs trail={[{ name: say('nav.mostRead') }]} say={say} />
      <header className="sechead">
        <h1>{say('readership.popularTitle')}</h1>
        <nav className="chips" aria-label={say('readership.whichPeriod')}>
          {pages.map((one) => (
            <a
              key={one.period}
              className="chip"
              href={one.href}
              aria-current={one.period === period ? 'page' : undefined}
            >
              {say(`readership.${one.period}`)}
            </a>
          ))}
        </nav>
      </header>
      {stories.length === 0 ? (
        <Nothing sentence={say('empty.mostRead')} say={say} />
      ) : (
        <RankedList stories={stories} label={say(`readership.${period}Note`)} now={now} />
      )}
      {stories.length > 0 && <Ad ad={ads(9)} say={say} />}
    </main>
  );
}
