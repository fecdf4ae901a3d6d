import type { CacheTags } from '@barta/edge/cache-tags';
import { tag } from '@/lib/cache/tags';
import { readDiscussion } from '@/lib/comments/reading/reading';
import type { Sort } from '@/lib/comments/reading/thread-page';
import { readLive } from '@/lib/stories/for-readers/live-reading';
import { readBeside, type Story } from '@/lib/stories/for-readers/reading';

interface DiscussionQuery {
  replyTo: number | null;
  report: number | null;
  sort: Sort;
}

export type StoryPageParts = Awaited<ReturnType<typeof readStoryPageParts>>;

/** What stands around a story: its live posts, its discussion and, as its form has room for them, other stories. */
export async function readStoryPageParts(story: Story, discussionQuery: DiscussionQuery) {
  const { id, form } = story;
  const isLive = form === 'live';
  const isOfForm = form === 'photo' || form === 'video';
  /** Without a rail. */
  const isAlone = isOfForm || form === 'longread';
  const hasRelated = !isOfForm && !isLive;
  const [related, live, discussion] = await Promise.all([
    readBeside(story, {
      alike: hasRelated ? 3 : 0,
      fromSection: hasRelated && !isAlone ? 4 : 0,
      ofForm: isOfForm ? 4 : 0,
      mostRead: isAlone ? 0 : 5,
    }),
    isLive ? readLive(id) : null,
    readDiscussion(id, discussionQuery),
  ]);
  return { isOfForm, isAlone, related, live, discussion };
}

/** One tag for each thing that the page shows. */
export function storyCacheTags(story: Story, { isOfForm, related }: StoryPageParts): CacheTags {
  const { id, form, alsoRead, topics, bylines, districts } = story;
  const { alike, fromSection, ofForm, mostRead } = related;
  const printed = [story, ...alike, ...fromSection, ...ofForm, ...mostRead];
  return {
    tags: [
      ...[...printed.map((one) => one.id), ...alsoRead].map(tag.story),
      tag.discussion(id),
      ...(form === 'live' ? [tag.live(id)] : []),
      ...(isOfForm ? [tag.form(form)] : []),
    ],
    swr: [
      tag.latest,
      tag.popular,
      tag.readings(id),
      ...topics.map((topic) => tag.topic(topic.slug)),
      ...bylines.map((byline) => tag.byline(byline.slug)),
      ...districts.map((district) => tag.district(district.code)),
    ],
  };
}
