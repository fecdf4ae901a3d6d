import type { StoryState } from '@/db/schema';
import type { ExportItem } from './export/shape';
import type { Step } from './move';
import { momentOf } from './old-site';
import { noteOf } from './ready-post';

export interface PostStanding {
  state: Exclude<StoryState, 'retracted'>;
  publishedAt: Date | null;
  firstPublishedAt: Date | null;
  scheduledAt: Date | null;
  correctedAt: Date | null;
  updatedAt: Date;
}

/** What was public is published, what waited for its hour is scheduled; what no reader could see, none sees here. */
export function standingOf(step: Step, item: ExportItem): PostStanding {
  const { now, site } = step;
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
      noteOf(step, item, 'otherwise', `was "${item.status}" in WordPress: a draft here, for the desk only`);
    return { ...hidden, state: 'draft' };
  }
  if (item.password !== '') {
    noteOf(step, item, 'otherwise', 'was open to those with a password: a draft here, for the desk only');
    return { ...hidden, state: 'draft' };
  }
  if (at === null) {
    noteOf(step, item, 'otherwise', `has no date that can be read ("${item.date}"): a draft here`);
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

/** WordPress writes a post once more in the seconds after it is published; readers are told minutes. */
const MINUTE = 60_000;

const earliest = (one: Date, other: Date) => (one < other ? one : other);
