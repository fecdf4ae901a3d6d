import type { StoryState } from '@/db/schema';
import type { ExportItem } from '../export/export-format';
import type { PostContext } from '../import-context';
import { momentOf } from '../old-site';
import { addPostNote } from './prepared-post';

export interface PostVisibility {
  state: Exclude<StoryState, 'retracted'>;
  publishedAt: Date | null;
  firstPublishedAt: Date | null;
  scheduledAt: Date | null;
  correctedAt: Date | null;
  updatedAt: Date;
}

/** What was public is published, what was scheduled is scheduled; what no reader could see stays unpublished. */
export function visibilityOf(postContext: PostContext, item: ExportItem): PostVisibility {
  const { now, site } = postContext;
  const at = momentOf(item.dateGmt, item.date, site);
  const modified = momentOf(item.modifiedGmt, '', site);
  const updatedAt = earliest(modified ?? at ?? now, now);
  const hidden = {
    publishedAt: null,
    firstPublishedAt: null,
    scheduledAt: null,
    correctedAt: null,
    updatedAt,
  };
  if (item.status === 'pending') return { ...hidden, state: 'filed' };
  if (item.status !== 'publish' && item.status !== 'future') {
    if (item.status !== 'draft')
      addPostNote(
        postContext,
        item,
        'changed',
        `was "${item.status}" in WordPress: a draft here, for the desk only`,
      );
    return { ...hidden, state: 'draft' };
  }
  if (item.password !== '') {
    addPostNote(
      postContext,
      item,
      'changed',
      'was open to those with a password: a draft here, for the desk only',
    );
    return { ...hidden, state: 'draft' };
  }
  if (at === null) {
    addPostNote(postContext, item, 'changed', `has no date that can be read ("${item.date}"): a draft here`);
    return { ...hidden, state: 'draft' };
  }
  if (at > now) return { ...hidden, state: 'scheduled', scheduledAt: at };
  const isLater = modified !== null && modified.getTime() - at.getTime() >= MINUTE && modified <= now;
  const correctedAt = isLater ? modified : null;
  return {
    state: 'published',
    publishedAt: at,
    firstPublishedAt: at,
    scheduledAt: null,
    correctedAt,
    updatedAt,
  };
}

/** WordPress updates a post again in the seconds after publication; readers see minutes. */
const MINUTE = 60_000;

const earliest = (one: Date, other: Date) => (one < other ? one : other);
