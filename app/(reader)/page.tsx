import type { Metadata } from 'next';
import { FrontBlocks } from '@/components/reader/front/front-blocks';
import { Rank } from '@/components/reader/front/rank';
import { Icon } from '@/components/reader/icon';
import { Card } from '@/components/reader/listing/card';
import { Nothing } from '@/components/reader/listing/listing';
import { PageNote } from '@/components/reader/page-note';
import { StructuredData } from '@/components/reader/story/structured-data';
import { dhakaDay } from '@/lib/bengali/dates';
import { env } from '@/lib/env';
import { alternatesFor } from '@/lib/feeds/links';
import { readFront } from '@/lib/fronts/reading';
import { tag } from '@/lib/pages/tags';
import { readSite } from '@/lib/site/reading';
import { readDistricts } from '@/lib/stories/reading';
import { newsroomDataOf } from '@/lib/stories/schemaorg';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName } = await readSite();
  return { alternates: alternatesFor({ page: '/', feedOf: '/', title: siteName }) };
}

export default async function FrontPage() {
  const [front, { siteName, say }, divisions] = await Promise.all([readFront(), readSite(), readDistricts()]);
  const { lead, also, secondary, headlines, latest, mostRead, blocks } = front;
  const now = new Date();
  const shown = [
    lead ?? [],
    also,
    secondary,
    headlines,
    latest,
    mostRead,
    ...blocks.map((block) => block.stories),
  ];
  const ids = new Set(shown.flat().map((story) => story.id));

  return (
    <>
      {headlines.length > 0 && (
        <section className="heads" aria-labelledby="headlines">
          <div className="page heads__row">
            <h2 className="heads__label" id="headlines">
              {say('front.headlines')}
            </h2>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, also by keyboard */}
            <ul tabIndex={0} aria-labelledby="headlines">
              {headlines.map((story) => (
                <li key={story.id}>
                  <a href={story.href}>{story.headline}</a>
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
      <main id="main">
        <StructuredData data={newsroomDataOf(env().SITE_URL, siteName)} />
        <PageNote tags={[tag.front, ...[...ids].map(tag.story)]} soft={[tag.popular]} />
        <h1 className="vh">{say('front.title', { name: siteName })}</h1>
        {!lead && (
          <div className="page top">
            <Nothing sentence={say('front.empty')} say={say} />
          </div>
        )}
        {lead && (
          <div className="page top">
            <div className="cols g633 ruled stacked">
              <section aria-label={say('front.lead')}>
                <Card
                  story={lead}
                  now={now}
                  look="lead"
                  heading="h2"
                  hasKicker
                  hasStandfirst
                  picture={{ shape: 'lead', sizes: '(min-width: 64rem) 37rem, 100vw', isFirst: true }}
                />
                {also.length > 0 && (
                  <ul className="also">
                    {also.map((story) => (
                      <li key={story.id}>
                        <a href={story.href}>{story.headline}</a>
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
                    {...(index === 0 && { picture: { sizes: '(min-width: 64rem) 18rem, 100vw' } })}
                  />
                ))}
              </section>
              <aside className="tabs" aria-label={say('front.lists')}>
                <fieldset className="tabs__bar">
                  <legend className="vh">{say('front.whichList')}</legend>
                  <label>
                    <input className="vh tab1" type="radio" name="list" defaultChecked />
                    {say('nav.latest')}
                  </label>
                  <label>
                    <input className="vh tab2" type="radio" name="list" />
                    {say('nav.mostRead')}
                  </label>
                </fieldset>
                <Rank stories={latest} label={say('nav.latest')} now={now} />
                {mostRead.length > 0 ? (
                  <Rank stories={mostRead} label={say('nav.mostRead')} />
                ) : (
                  <ol className="rank" aria-label={say('nav.mostRead')}>
                    <li className="rank__none">{say('empty.mostRead')}</li>
                  </ol>
                )}
                <a className="more" href={`/archive/${dhakaDay(now)}`}>
                  {say('nav.allNews')}
                  <Icon name="arrow" />
                </a>
              </aside>
            </div>
          </div>
        )}
        <FrontBlocks blocks={blocks} divisions={divisions} now={now} say={say} />
      </main>
    </>
  );
}
