import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { FormFiles } from '@/app/(reader)/form-files';
import { Ad } from '@/components/reader/ads/ad';
import { CacheTags } from '@/components/reader/cache-tags';
import { Discussion } from '@/components/reader/discussion/discussion';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { AuthorBox } from '@/components/reader/story/author-box';
import { LiveUpdates } from '@/components/reader/story/live/live-posts';
import { GalleryViewer } from '@/components/reader/story/media/gallery-viewer';
import { CardSection } from '@/components/reader/story/related/card-section';
import { StoryRail } from '@/components/reader/story/related/story-rail';
import { hasGallery, PrintedLine, StoryArticle } from '@/components/reader/story/story-article';
import { StructuredData } from '@/components/reader/story/structured-data';
import { readAds } from '@/lib/ads/reading';
import { newSince } from '@/lib/comments/reading/newly-posted';
import { sortIn } from '@/lib/comments/reading/thread-page';
import { formToken } from '@/lib/comments/spam/form-token';
import { env } from '@/lib/env';
import { idIn } from '@/lib/forms/read-form';
import type { LabelSet, Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { readStory, type Story } from '@/lib/stories/for-readers/reading';
import { structuredDataOf } from '@/lib/stories/for-readers/structured-data';
import { sendReport, submitComment, toggleLike } from './actions';
import { RetractedPage } from './retracted-page';
import { shareCardAddress } from './share-card';
import { storyMetadata } from './story-metadata';
import { readStoryPageParts, type StoryPageParts, storyCacheTags } from './story-page-parts';

type StoryPageProps = PageProps<'/[section]/[storyId]'>;

export async function generateMetadata({ params }: StoryPageProps): Promise<Metadata> {
  const id = idIn((await params).storyId);
  const story = id === null ? null : await readStory(id);
  return story ? storyMetadata(story, (await readSite()).siteName) : {};
}

export default async function StoryPage({ params, searchParams }: StoryPageProps) {
  const { section, storyId } = await params;
  const id = idIn(storyId) ?? notFound();
  const story = (await readStory(id)) ?? notFound();
  if (story.section !== section) permanentRedirect(`/${story.section}/${id}`);

  const query = await searchParams;
  const replyTo = idIn(String(query.reply));
  if (story.isRetracted) return <RetractedPage story={story} replyTo={replyTo} />;

  const { siteName, iconFile, labelSet, publicationLine, showViews, adsOn, say } = await readSite();
  const discussionQuery = { replyTo, report: idIn(String(query.report)), sort: sortIn(query.sort) };
  const parts = await readStoryPageParts(story, discussionQuery);
  const { isAlone, related, live } = parts;
  const now = new Date();
  const ads = await readAds(adsOn, now);
  const site = env().SITE_URL;
  const address = `${site}${story.href}`;
  const card = shareCardAddress(story, siteName);

  return (
    <main id="main" className="page">
      <CacheTags {...storyCacheTags(story, parts)} />
      <FormFiles story={story} />
      <StructuredData data={structuredDataOf(story, site, siteName, { card, live, iconFile })} />
      <Crumbs
        className="crumbs crumbs--art"
        trail={[{ name: story.sectionName, href: `/${story.section}` }]}
        say={say}
      />
      <div className={isAlone ? 'artgrid artgrid--alone' : 'artgrid'}>
        <div className="artmain">
          <StoryArticle
            story={story}
            views={showViews ? story.views : 0}
            address={address}
            publicationLine={publicationLine}
            now={now}
            say={say}
            between={ads(5) && <Ad ad={ads(5)} say={say} />}
          >
            {live && <LiveUpdates live={live} endedAt={story.liveEndedAt} href={story.href} say={say} />}
          </StoryArticle>
          <AuthorBox bylines={story.bylines} say={say} />
          <Ad ad={ads(6)} say={say} />
          <BelowStory story={story} parts={parts} now={now} say={say} labelSet={labelSet} />
        </div>
        {!isAlone && (
          <StoryRail {...related} sectionName={story.sectionName} ad={ads(7)} now={now} say={say} />
        )}
      </div>
      {hasGallery(story.bodyHtml) && <GalleryViewer say={say} />}
      <PrintedLine story={story} address={address} publicationLine={publicationLine} say={say} />
    </main>
  );
}

interface BelowStoryProps {
  story: Story;
  parts: StoryPageParts;
  now: Date;
  say: Say;
  labelSet: LabelSet;
}

/** Other stories, and what readers say. */
function BelowStory({ story, parts: { related, discussion }, now, say, labelSet }: BelowStoryProps) {
  return (
    <>
      <CardSection
        id="more"
        heading={
          <a href={`/${story.form}s`}>{say(`formats.${story.form === 'video' ? 'videos' : 'photos'}`)}</a>
        }
        stories={related.ofForm}
        now={now}
        className="related"
        columns="cols c4 pair"
        sizes="(min-width: 64rem) 18rem, 50vw"
      />
      <CardSection
        id="related"
        heading={say('article.related')}
        stories={related.alike}
        now={now}
        className="related story"
        columns="cols c3 stack-sm rows-sm"
        sizes="(min-width: 45rem) 14rem, 7rem"
      />
      <Discussion
        discussion={discussion}
        address={story.href}
        token={formToken(story.id, now, env().AUTH_SECRET ?? '')}
        newSince={newSince(now)}
        actions={{ submit: submitComment, like: toggleLike, report: sendReport }}
        say={say}
        labelSet={labelSet}
      />
    </>
  );
}
