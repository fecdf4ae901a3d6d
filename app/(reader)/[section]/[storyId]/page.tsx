import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { FormFiles } from '@/app/(reader)/form-files';
import { Ad } from '@/components/reader/ads/ad';
import { CacheTags } from '@/components/reader/cache-tags';
import { CommentForm } from '@/components/reader/discussion/comment-form.client';
import { Discussion } from '@/components/reader/discussion/discussion';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { MostRead } from '@/components/reader/front/rank';
import { Card, RowCard } from '@/components/reader/listing/card';
import { AuthorBox } from '@/components/reader/story/author-box';
import { LiveUpdates } from '@/components/reader/story/live/live-posts';
import { GalleryViewer } from '@/components/reader/story/media/gallery-viewer';
import {
  hasGallery,
  PrintedLine,
  RetractedStory,
  StoryArticle,
} from '@/components/reader/story/story-article';
import { StructuredData } from '@/components/reader/story/structured-data';
import { StaticHtml } from '@/components/static-html/static-html';
import { readAds } from '@/lib/ads/reading';
import { tag } from '@/lib/cache/tags';
import { newSince } from '@/lib/comments/reading/newly-posted';
import { readDiscussion, sortIn } from '@/lib/comments/reading/reading';
import { formToken } from '@/lib/comments/spam/form-token';
import { env } from '@/lib/env';
import { alternatesFor } from '@/lib/feeds/links';
import { idIn } from '@/lib/forms/read-form';
import { cardAddress, cardFile, cardSize } from '@/lib/share-cards/card';
import { cardWords } from '@/lib/share-cards/card-text';
import { requestCardOfNews } from '@/lib/share-cards/request-card';
import { readSite } from '@/lib/site/reading';
import { lastChanged } from '@/lib/stories/for-readers/last-changed';
import { readLive } from '@/lib/stories/for-readers/live-reading';
import { readBeside, readStory, type Story } from '@/lib/stories/for-readers/reading';
import { structuredDataOf } from '@/lib/stories/for-readers/structured-data';
import { sendReport, submitComment, toggleLike } from './actions';

export async function generateMetadata({ params }: PageProps<'/[section]/[storyId]'>): Promise<Metadata> {
  const id = idIn((await params).storyId);
  const story = id === null ? null : await readStory(id);
  if (!story) return {};
  if (story.isRetracted) return { title: story.headline, robots: { index: false } };

  const card = {
    title: story.seoTitle,
    description: story.seoDescription || story.summary || story.headline,
  };
  const { siteName } = await readSite();
  return {
    ...card,
    alternates: alternatesFor({
      page: story.canonicalSource || story.href,
      feedOf: '/',
      title: siteName,
      story: `${env().SITE_URL}${story.href}`,
    }),
    openGraph: {
      ...card,
      siteName,
      locale: 'bn_BD',
      type: 'article',
      url: story.href,
      publishedTime: story.publishedAt.toISOString(),
      modifiedTime: lastChanged(story).toISOString(),
      section: story.sectionName,
      tags: story.topics.map((topic) => topic.name),
      images: [
        { url: shareCard(story, siteName), ...cardSize.wide, type: 'image/jpeg', alt: story.headline },
      ],
    },
    twitter: { ...card, card: 'summary_large_image' },
  };
}

/** Where the story's card is; while the story is news, who names it sees to it that it is drawn. */
function shareCard(story: Story, siteName: string): string {
  const words = cardWords(story, siteName);
  requestCardOfNews(words, story.publishedAt);
  return cardAddress(cardFile(words, 'wide'));
}

export default async function StoryPage({ params, searchParams }: PageProps<'/[section]/[storyId]'>) {
  const { section, storyId } = await params;
  const id = idIn(storyId) ?? notFound();
  const story = (await readStory(id)) ?? notFound();
  if (story.section !== section) permanentRedirect(`/${story.section}/${id}`);

  const { siteName, iconFile, labelSet, showViews, adsOn, say } = await readSite();
  const trail = [{ name: story.sectionName, href: `/${story.section}` }];
  const { reply, report, sort } = await searchParams;
  const answered = idIn(String(reply));
  if (story.isRetracted)
    return (
      <main id="main" className="page">
        <CacheTags tags={[tag.story(id)]} status={410} />
        <Crumbs trail={trail} say={say} />
        <RetractedStory story={story} say={say} />
        <div id="comment-form" className="story">
          <CommentForm
            storyId={id}
            address={story.href}
            replyTo={answered === null ? null : { id: answered, name: '', words: '' }}
            token=""
            isOpen={false}
            isGone
            action={submitComment}
            labelSet={labelSet}
          />
        </div>
      </main>
    );

  const isLive = story.form === 'live';
  const isOfForm = story.form === 'photo' || story.form === 'video';
  const isAlone = isOfForm || story.form === 'longread';
  const hasRelated = !isOfForm && !isLive;
  const [{ ofForm: moreOfForm, mostRead, ...related }, live, discussion] = await Promise.all([
    readBeside(story, {
      alike: hasRelated ? 3 : 0,
      fromSection: hasRelated && !isAlone ? 4 : 0,
      ofForm: isOfForm ? 4 : 0,
      mostRead: isAlone ? 0 : 5,
    }),
    isLive ? readLive(id) : null,
    readDiscussion(id, {
      replyTo: answered,
      report: idIn(String(report)),
      sort: sortIn(sort),
    }),
  ]);
  const now = new Date();
  const ads = await readAds(adsOn, now);
  const site = env().SITE_URL;
  const address = `${site}${story.href}`;
  const printed = [story, ...related.alike, ...related.fromSection, ...moreOfForm, ...mostRead];
  const [first, ...others] = related.fromSection;

  return (
    <main id="main" className="page">
      <CacheTags
        tags={[
          ...[...printed.map((one) => one.id), ...story.alsoRead].map(tag.story),
          tag.discussion(id),
          ...(isLive ? [tag.live(id)] : []),
          ...(isOfForm ? [tag.form(story.form)] : []),
        ]}
        swr={[
          tag.latest,
          tag.popular,
          tag.readings(id),
          ...story.topics.map((topic) => tag.topic(topic.slug)),
          ...story.bylines.map((byline) => tag.byline(byline.slug)),
          ...story.districts.map((district) => tag.district(district.code)),
        ]}
      />
      <FormFiles story={story} />
      <StructuredData
        data={structuredDataOf(story, site, siteName, { card: shareCard(story, siteName), live, iconFile })}
      />
      <Crumbs className="crumbs crumbs--art" trail={trail} say={say} />
      <div className={isAlone ? 'artgrid artgrid--alone' : 'artgrid'}>
        <div className="artmain">
          <StoryArticle
            story={story}
            views={showViews ? story.views : 0}
            address={address}
            now={now}
            say={say}
            between={ads(5) && <Ad ad={ads(5)} say={say} />}
          >
            {live && <LiveUpdates live={live} endedAt={story.liveEndedAt} href={story.href} say={say} />}
          </StoryArticle>
          <AuthorBox bylines={story.bylines} say={say} />
          <Ad ad={ads(6)} say={say} />
          {moreOfForm.length > 0 && (
            <StaticHtml as="section" className="related" aria-labelledby="more">
              <header className="block__head">
                <h2 id="more">
                  <a href={`/${story.form}s`}>
                    {say(`formats.${story.form === 'video' ? 'videos' : 'photos'}`)}
                  </a>
                </h2>
              </header>
              <div className="cols c4 pair">
                {moreOfForm.map((one) => (
                  <Card
                    key={one.id}
                    story={one}
                    now={now}
                    picture={{ sizes: '(min-width: 64rem) 18rem, 50vw' }}
                  />
                ))}
              </div>
            </StaticHtml>
          )}
          {related.alike.length > 0 && (
            <StaticHtml as="section" className="related story" aria-labelledby="related">
              <header className="block__head">
                <h2 id="related">{say('article.related')}</h2>
              </header>
              <div className="cols c3 stack-sm rows-sm">
                {related.alike.map((one) => (
                  <Card
                    key={one.id}
                    story={one}
                    now={now}
                    picture={{ sizes: '(min-width: 45rem) 14rem, 7rem' }}
                  />
                ))}
              </div>
            </StaticHtml>
          )}
          <Discussion
            discussion={discussion}
            address={story.href}
            token={formToken(id, now, env().AUTH_SECRET ?? '')}
            newSince={newSince(now)}
            actions={{ submit: submitComment, like: toggleLike, report: sendReport }}
            say={say}
            labelSet={labelSet}
          />
        </div>
        {!isAlone && (
          <StaticHtml as="aside" className="rail" aria-label={say('nav.rail')}>
            <MostRead stories={mostRead} say={say} />
            <Ad ad={ads(7)} say={say} />
            {first && (
              <section>
                <h2>{say('article.moreFromSection', { section: story.sectionName })}</h2>
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
        )}
      </div>
      {hasGallery(story.bodyHtml) && <GalleryViewer say={say} />}
      <PrintedLine story={story} address={address} say={say} />
    </main>
  );
}
