import { longDate, publicationTime } from '@barta/bengali/dates';
import type { ReactNode } from 'react';
import { Icon } from '@/components/reader/icon';
import { Face } from '@/components/reader/people/face';
import { Picture } from '@/components/reader/picture';
import { StaticHtml } from '@/components/static-html/static-html';
import type { Say } from '@/lib/site/labels';
import type { Story } from '@/lib/stories/for-readers/reading';
import { ContentsList } from './contents-list';
import { ShareRow } from './share-row';
import { StoryBody } from './story-body';
import { StoryHead } from './story-head';
import { Film, Sound } from './story-media';
import { ViewCount } from './view-count';

interface StoryArticle {
  story: Story;
  /** How often it was read; 0: not said. */
  views: number;
  address: string;
  now: Date;
  say: Say;
  /** Something to stand within the words, as an ad. */
  between?: ReactNode;
  /** Between the body and what follows it: a live story's posts. */
  children?: ReactNode;
}

const OLD_AFTER_YEARS = 2;
/** More of them stand between a story and what was said about it only for who asks. */
const TOPICS_AT_ONCE = 24;

/** The story itself, in the order it is read. */
export function StoryArticle({ story, views, address, now, say, between, children }: StoryArticle) {
  const years = yearsBetween(story.publishedAt, now);
  const isFilm = story.form === 'video' && story.video !== null;
  // A photo story is its gallery: a lead that is a drawing, or one of its pictures again, would only stand before it.
  const hasLead = !isFilm && (story.form !== 'photo' || (story.hasPhoto && !hasGallery(story.bodyHtml)));
  // The portrait of an opinion has the name beneath it.
  const isSignedHere = story.bylines.length > (story.form === 'opinion' ? 1 : 0);
  const [signer, ...others] = story.bylines;
  return (
    <StaticHtml
      as="article"
      className={`story story--main story--${story.form}`}
      data-story={story.id}
      data-embeds={hasCards(story.bodyHtml) ? say('article.embedOpens') : undefined}
    >
      <StoryHead story={story} say={say} />
      <div className="byline">
        <div className="byline__who">
          {isSignedHere && signer?.portrait && others.length === 0 && (
            <Face name={signer.name} portrait={signer.portrait} sizes="3rem" />
          )}
          <div>
            {isSignedHere && (
              <strong>
                {story.bylines.map((byline, index) => (
                  <span key={byline.id}>
                    {index > 0 && ', '}
                    <a href={`/byline/${byline.slug}`}>{byline.name}</a>
                  </span>
                ))}
              </strong>
            )}
            <p className="meta">
              <PublishedLine at={story.publishedAt} say={say} />
            </p>
            {story.correctedAt && (
              <p className="meta">
                {say('article.updatedAt')}{' '}
                <time dateTime={story.correctedAt.toISOString()}>{publicationTime(story.correctedAt)}</time>
              </p>
            )}
            <ViewCount views={views} say={say} />
          </div>
        </div>
        <ShareRow address={address} headline={story.headline} say={say} />
      </div>
      {years >= OLD_AFTER_YEARS && (
        <p className="note note--old mt-4">{say('article.archived', { years })}</p>
      )}
      {hasLead && <LeadPicture story={story} say={say} />}
      {story.video && !isFilm && <Film medium={story.video} story={story} say={say} />}
      {story.audio && <Sound medium={story.audio} story={story} say={say} />}
      <ContentsList contents={story.contents} say={say} />
      <StoryBody html={story.bodyHtml} between={between} />
      {story.form === 'opinion' && <p className="meta mt-4">{say('article.opinionNote')}</p>}
      {children}
      {story.corrections.length > 0 && (
        <aside className="note mt-4" aria-labelledby="corrections">
          <h2 className="label" id="corrections">
            {say('article.corrections')}
          </h2>
          {story.corrections.map((correction) => (
            <p key={correction.id}>
              <time className="meta" dateTime={correction.at.toISOString()}>
                {longDate(correction.at)}
              </time>{' '}
              {correction.words}
            </p>
          ))}
        </aside>
      )}
      {story.canonicalSource && (
        <p className="meta mt-4">
          <a href={story.canonicalSource} rel="noopener">
            {say('editor.firstPublished', {
              name: URL.parse(story.canonicalSource)?.host ?? story.canonicalSource,
            })}
          </a>
        </p>
      )}
      <div className="tags">
        <strong>{say('article.tags')}</strong>
        {story.districts.map((district) => (
          <a key={district.code} className="chip" href={`/district/${district.code}`}>
            {/* A district and a topic often have the same name. */}
            <Icon name="place" />
            {district.name}
          </a>
        ))}
        <Topics topics={story.topics.slice(0, TOPICS_AT_ONCE)} />
        {story.topics.length > TOPICS_AT_ONCE && (
          <details>
            <summary className="chip">
              {say('article.moreTags', { count: story.topics.length - TOPICS_AT_ONCE })}
            </summary>
            <div className="chips mt-2">
              <Topics topics={story.topics.slice(TOPICS_AT_ONCE)} />
            </div>
          </details>
        )}
      </div>
    </StaticHtml>
  );
}

function Topics({ topics }: Pick<Story, 'topics'>) {
  return topics.map((topic) => (
    <a key={topic.id} className="chip" href={`/topic/${topic.slug}`}>
      {topic.name}
    </a>
  ));
}

function LeadPicture({ story, say }: Pick<StoryArticle, 'story' | 'say'>) {
  const isWide = story.form === 'longread';
  return (
    <figure className="lead">
      <Picture
        picture={story.picture}
        shape={isWide ? 'lead' : 'card'}
        sizes={isWide ? '(min-width: 80rem) 77rem, 85vw' : '(min-width: 48rem) 45rem, 85vw'}
        isFirst
      />
      {(story.caption || story.credit) && (
        <figcaption>
          {story.caption}{' '}
          {story.credit && (
            <span className="credit">{say('article.photoCredit', { name: story.credit })}</span>
          )}
        </figcaption>
      )}
    </figure>
  );
}

/** Whether a body has pictures to look through. */
export function hasGallery(bodyHtml: string): boolean {
  return bodyHtml.includes('data-full=');
}

/** Whether a body has cards of other houses, as a post on Facebook. */
export function hasCards(bodyHtml: string): boolean {
  return bodyHtml.includes('class="embed"');
}

/** What stands on paper under the story: where it came from, word for word. */
export function PrintedLine({
  story,
  address,
  say,
}: Omit<StoryArticle, 'now' | 'views' | 'between' | 'children'>) {
  return (
    <div className="printline">
      <p>{story.headline}</p>
      <p>
        <PublishedLine at={story.publishedAt} say={say} />
      </p>
      <p>{address}</p>
    </div>
  );
}

/** A story that was taken back: that it was, when and why, and nothing of what it said. */
export function RetractedStory({ story, say }: Pick<StoryArticle, 'story' | 'say'>) {
  return (
    <article className="story retracted">
      <h1>{say('error.goneTitle')}</h1>
      <div className="note note--err mt-4">
        <strong>{story.headline}</strong>
        <p>{story.retractionNote || say('article.retracted')}</p>
        {story.retractedAt && (
          <p className="meta">
            {say('article.retractedAt')}{' '}
            <time dateTime={story.retractedAt.toISOString()}>{longDate(story.retractedAt)}</time>
          </p>
        )}
      </div>
    </article>
  );
}

function PublishedLine({ at, say }: { at: Date; say: Say }) {
  return <time dateTime={at.toISOString()}>{`${say('article.publishedAt')} ${publicationTime(at)}`}</time>;
}

function yearsBetween(from: Date, to: Date): number {
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  const anniversary = new Date(from);
  anniversary.setUTCFullYear(from.getUTCFullYear() + years);
  return anniversary > to ? years - 1 : years;
}
