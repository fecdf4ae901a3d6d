import { dhakaDay } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { Ad } from '@/components/reader/ads/ad';
import { CacheTags } from '@/components/reader/cache-tags';
import { FrontBlocks } from '@/components/reader/front/front-blocks';
import { FrontTop } from '@/components/reader/front/front-top';
import { HeadlineStrip } from '@/components/reader/front/headline-strip';
import { Nothing } from '@/components/reader/listing/listing';
import { StructuredData } from '@/components/reader/story/structured-data';
import { StaticHtml } from '@/components/static-html/static-html';
import { readAds } from '@/lib/ads/reading';
import { tag } from '@/lib/cache/tags';
import { env } from '@/lib/env';
import { alternatesFor } from '@/lib/feeds/links';
import { readBreaking, readFront } from '@/lib/fronts/reading';
import { readDivisions } from '@/lib/places/reading';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';
import { newsroomDataOf } from '@/lib/stories/for-readers/structured-data';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName } = await readSite();
  return {
    alternates: alternatesFor({ page: '/', feedOf: '/', title: siteName }),
    openGraph: await pageCard('/'),
  };
}

export default async function FrontPage() {
  const [front, breaking, site, divisions] = await Promise.all([
    readFront(),
    readBreaking(),
    readSite(),
    readDivisions(),
  ]);
  const { siteName, adsOn, say } = site;
  const elsewhere = [site.facebookUrl, site.youtubeUrl, site.xUrl].filter(Boolean);
  const { top, headlines, blocks } = front;
  const now = new Date();
  const ads = await readAds(adsOn, now);
  const isEmpty = blocks.length === 0 && !top?.some(Boolean);

  return (
    <>
      {/* Where the desk runs lines of its own, the frame shows them, on every page. */}
      {breaking.length === 0 && (
        <HeadlineStrip
          lines={headlines.map(({ id, headline, href }) => ({ id, words: headline, href }))}
          say={say}
        />
      )}
      <CacheTags
        tags={[tag.front, ...front.depends.map(tag.story)]}
        swr={[tag.popular, tag.popularOf('week'), tag.popularOf('month')]}
      />
      <StaticHtml as="main" id="main">
        <StructuredData
          data={newsroomDataOf(env().SITE_URL, siteName, { elsewhere, iconFile: site.iconFile })}
        />
        <h1 className="vh">{say('front.title', { name: siteName })}</h1>
        {isEmpty && (
          <div className="page top">
            <Nothing sentence={say('front.empty')} say={say} />
          </div>
        )}
        {top?.some(Boolean) && (
          <FrontTop {...front} top={top} now={now} allNews={`/archive/${dhakaDay(now)}`} say={say} />
        )}
        <Ad ad={ads(2)} say={say} />
        <FrontBlocks
          blocks={blocks}
          divisions={divisions}
          now={now}
          say={say}
          after={{ 2: <Ad ad={ads(3)} say={say} />, 4: <Ad ad={ads(4)} say={say} /> }}
        />
      </StaticHtml>
    </>
  );
}
