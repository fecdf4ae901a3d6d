import { notFound } from 'next/navigation';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { DistrictPicker } from '@/components/reader/front/district-picker';
import { MostRead } from '@/components/reader/front/rank';
import { Card } from '@/components/reader/listing/card';
import { ListingColumns, Nothing, Pager, StoryList } from '@/components/reader/listing/listing';
import { PageNote } from '@/components/reader/page-note';
import { tag } from '@/lib/pages/tags';
import { readSite } from '@/lib/site/reading';
import { cursorIn } from '@/lib/stories/cursor';
import { readDistricts, readMostRead, readSection } from '@/lib/stories/reading';

const LEADS = 3;

/** A section from its newest story on, or from a cursor on. The first page has a lead and two beside it. */
export async function SectionListing({ slug, cursor }: { slug: string; cursor?: string }) {
  const before = cursor === undefined ? undefined : (cursorIn(cursor) ?? notFound());
  const found = (await readSection(slug, before)) ?? notFound();
  if (before && found.stories.length === 0) notFound();

  const { section, stories, olderBefore } = found;
  const [{ say }, mostRead, divisions] = await Promise.all([readSite(), readMostRead(), readDistricts()]);
  const now = new Date();
  const [lead, ...beside] = before || stories.length <= LEADS ? [] : stories.slice(0, LEADS);
  const listed = lead ? stories.slice(LEADS) : stories;

  return (
    <main id="main" className="page">
      <PageNote
        tags={[tag.section(slug), ...[...stories, ...mostRead].map((story) => tag.story(story.id))]}
        soft={[tag.popular]}
      />
      <Crumbs
        trail={
          before
            ? [{ name: section.name, href: `/${slug}` }, { name: say('nav.olderNews') }]
            : [{ name: section.name }]
        }
        say={say}
      />
      <header className="sechead">
        <h1>{section.name}</h1>
      </header>
      {stories.length === 0 && <Nothing sentence={say('empty.section')} say={say} />}
      {lead && (
        <div className="cols g84 ruled stack-sm">
          <Card
            story={lead}
            now={now}
            look="lead"
            heading="h2"
            hasKicker
            hasStandfirst
            picture={{ shape: 'lead', sizes: '(min-width: 64rem) 50rem, 100vw', isFirst: true }}
          />
          <div className="stack">
            {beside.map((story, index) => (
              <Card
                key={story.id}
                story={story}
                now={now}
                look={index === 0 ? 'mid' : 'plain'}
                heading="h2"
                hasKicker
                hasStandfirst={index > 0}
                {...(index === 0 && { picture: { sizes: '(min-width: 64rem) 24rem, 100vw' } })}
              />
            ))}
          </div>
        </div>
      )}
      <div className={lead ? 'block' : undefined}>
        <ListingColumns
          say={say}
          rail={
            <>
              <MostRead stories={mostRead} say={say} />
              <DistrictPicker divisions={divisions} say={say} />
            </>
          }
        >
          {listed.length > 0 && (
            <section aria-labelledby="all">
              <header className="block__head">
                <h2 id="all">{say(before ? 'nav.olderNews' : 'nav.moreNews')}</h2>
              </header>
              <StoryList stories={listed} now={now} />
              <Pager
                newest={before && `/${slug}`}
                older={olderBefore && `/${slug}/before/${olderBefore}`}
                say={say}
              />
            </section>
          )}
        </ListingColumns>
      </div>
    </main>
  );
}
