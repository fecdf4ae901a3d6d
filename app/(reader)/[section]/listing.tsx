import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Ad } from '@/components/reader/ads/ad';
import { CacheTags } from '@/components/reader/cache-tags';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { DistrictPicker } from '@/components/reader/front/district-picker';
import { FrontBlocks } from '@/components/reader/front/front-blocks';
import { MostRead } from '@/components/reader/front/rank';
import { ListingColumns, Nothing, Pager, StoryList } from '@/components/reader/listing/listing';
import { StructuredData } from '@/components/reader/story/structured-data';
import { StaticHtml } from '@/components/static-html/static-html';
import { readAds } from '@/lib/ads/reading';
import { tag } from '@/lib/cache/tags';
import { env } from '@/lib/env';
import { readSectionFront } from '@/lib/fronts/reading';
import { readDivisions } from '@/lib/places/reading';
import { breadcrumbData } from '@/lib/site/breadcrumb-data';
import { readSite } from '@/lib/site/reading';
import { cursorIn } from '@/lib/stories/for-readers/cursor';
import { readMostRead, readSection } from '@/lib/stories/for-readers/reading';

/** With fewer stories than this a section that nobody has arranged is a list. */
const ENOUGH_TO_LEAD = 4;

/** A section from its newest story on, or from a cursor on. The first page has a head that the desk may arrange. */
export async function SectionListing({ slug, cursor }: { slug: string; cursor?: string }) {
  const before = cursor === undefined ? undefined : (cursorIn(cursor) ?? notFound());
  const found = (await readSection(slug, before)) ?? notFound();
  if (before && found.stories.length === 0) notFound();

  const { section, stories, olderBefore } = found;
  const [{ siteName, say, adsOn }, mostRead, divisions] = await Promise.all([
    readSite(),
    readMostRead(),
    readDivisions(),
  ]);
  const now = new Date();
  const ads = await readAds(adsOn, now);
  const { blocks, listed, depends } = await arrange(found, before !== undefined);
  const printed = [...[...stories, ...mostRead].map(({ id }) => id), ...depends].map(tag.story);

  const href = `/${slug}`;
  const older = { name: say('nav.olderNews') };
  const trail = before ? [{ name: section.name, href }, older] : [{ name: section.name }];

  return (
    <>
      <CacheTags tags={[tag.section(slug), ...printed]} swr={[tag.popular]} />
      <StaticHtml as="main" id="main">
        <div className="page">
          <StructuredData data={breadcrumbData(env().SITE_URL, siteName, trail)} />
          <Crumbs trail={trail} say={say} />
          <header className="sechead">
            <h1>{section.name}</h1>
          </header>
          {stories.length === 0 && blocks.length === 0 && (
            <Nothing sentence={say('empty.section')} say={say} />
          )}
        </div>
        <FrontBlocks blocks={blocks} divisions={divisions} now={now} say={say} />
        <div className={blocks.length > 0 ? 'page block' : 'page'}>
          <ListingColumns
            say={say}
            rail={
              <>
                <MostRead stories={mostRead} say={say} />
                <Ad ad={ads(8)} say={say} />
                <DistrictPicker divisions={divisions} say={say} />
              </>
            }
          >
            {(listed.length > 0 || olderBefore) && (
              <SectionStories heading={say(before ? 'nav.olderNews' : 'nav.moreNews')}>
                <StoryList stories={listed} now={now} />
                <Ad ad={ads(9)} say={say} />
                <Pager
                  newest={before && href}
                  older={olderBefore && `${href}/before/${olderBefore}`}
                  say={say}
                />
              </SectionStories>
            )}
          </ListingColumns>
        </div>
      </StaticHtml>
    </>
  );
}

function SectionStories({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby="all">
      <header className="block__head">
        <h2 id="all">{heading}</h2>
      </header>
      {children}
    </section>
  );
}

type SectionPage = NonNullable<Awaited<ReturnType<typeof readSection>>>;

/** The blocks above the list, which stand on the first page only, and the stories that are not in them already. */
async function arrange({ section, stories }: SectionPage, isOlderPage: boolean) {
  const front = isOlderPage ? null : await readSectionFront(section);
  const hasHead = front !== null && (front.isArranged || stories.length >= ENOUGH_TO_LEAD);
  const blocks = hasHead ? front.blocks : [];
  const above = new Set(blocks.flatMap((block) => block.stories.map(({ id }) => id)));
  const listed = stories.filter(({ id }) => !above.has(id));
  return { blocks, listed, depends: front?.depends ?? [] };
}
