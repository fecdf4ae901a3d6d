import { CacheTags } from '@/components/reader/cache-tags';
import { CommentForm } from '@/components/reader/discussion/comment-form.client';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { RetractedStory } from '@/components/reader/story/story-article';
import { tag } from '@/lib/cache/tags';
import { readSite } from '@/lib/site/reading';
import type { Story } from '@/lib/stories/for-readers/reading';
import { submitComment } from './actions';

/** That the story was retracted, and a comment form that keeps what somebody was writing. */
export async function RetractedPage({ story, replyTo }: { story: Story; replyTo: number | null }) {
  const { labelSet, say } = await readSite();
  return (
    <main id="main" className="page">
      <CacheTags tags={[tag.story(story.id)]} status={410} />
      <Crumbs trail={[{ name: story.sectionName, href: `/${story.section}` }]} say={say} />
      <RetractedStory story={story} say={say} />
      <div id="comment-form" className="story">
        <CommentForm
          storyId={story.id}
          address={story.href}
          replyTo={replyTo === null ? null : { id: replyTo, name: '', words: '' }}
          token=""
          isOpen={false}
          isGone
          action={submitComment}
          labelSet={labelSet}
        />
      </div>
    </main>
  );
}
