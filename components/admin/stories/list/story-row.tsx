import { clockTime, dhakaDay, longDate, relativeTime, shortDate } from '@barta/bengali/dates';
import { toBengaliDigits } from '@barta/bengali/digits';
import { Icon } from '@/components/ui/icon';
import type { Say } from '@/lib/site/labels';
import { StateBadge, type StoryStateName } from '../story-state';
import { RowTick } from './bulk/row-ticks.client';

export interface ListedStory {
  id: number;
  /** What its box sends. */
  tick: string;
  state: StoryStateName;
  kicker: string;
  headline: string;
  section: string;
  bylines: readonly string[];
  hasPicture: boolean;
  /** Who else is editing it now. */
  writer: string | null;
  comments: number;
  updatedAt: Date;
  publishedAt: Date | null;
  scheduledAt: Date | null;
  /** When it is due, and who works on it. */
  dueAt: Date | null;
  assignee: string | null;
}

interface StoryRowProps {
  story: ListedStory;
  say: Say;
  now: Date;
}

export function StoryRow({ story, say, now }: StoryRowProps) {
  return (
    <tr className="max-md:grid-cols-[1.75rem_minmax(0,1fr)_auto]">
      <td className="max-md:row-[1/span_3]">
        <RowTick value={story.tick} label={say('list.choose', { headline: story.headline })} />
      </td>
      <HeadlineCell story={story} say={say} now={now} />
      <td className="sec nowrap">{story.section || say('storyDesk.noSectionYet')}</td>
      <td className="au">{story.bylines.join(', ')}</td>
      <td className="st">
        <StateBadge state={story.state} say={say} />
      </td>
      <td className="tm nowrap">
        <StoryTime story={story} now={now} />
      </td>
      <td className="num max-md:hidden">{story.comments > 0 && toBengaliDigits(story.comments)}</td>
    </tr>
  );
}

function HeadlineCell({ story, say, now }: StoryRowProps) {
  return (
    <td className="h">
      <a
        className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
        href={`/admin/stories/${story.id}`}
      >
        {story.headline}
      </a>
      <div className="meta gap-y-0 gap-x-[0.6rem] text-micro flex flex-wrap">
        {story.kicker && <span className="font-medium text-ink-2">{story.kicker}</span>}
        <span>#{toBengaliDigits(story.id)}</span>
        {story.writer && (
          <span className="gap-[0.3rem] font-medium inline-flex items-center text-warn">
            <Icon name="people" />
            {say('versions.isWritingShort', { name: story.writer })}
          </span>
        )}
        <StoryTask story={story} say={say} now={now} />
        {!story.hasPicture && story.state !== 'published' && <span>{say('storyDesk.noPicture')}</span>}
      </div>
    </td>
  );
}

/** Who is working on it, and when it is due: of interest until it is published. */
function StoryTask({ story, say, now }: StoryRowProps) {
  if (story.state === 'published' || story.state === 'retracted') return null;
  const isLate = story.dueAt !== null && story.dueAt <= now;
  return (
    <>
      {story.assignee && <span>{say('list.with', { name: story.assignee })}</span>}
      {story.dueAt && (
        <span className={isLate ? 'gap-[0.3rem] font-medium inline-flex items-center text-warn' : undefined}>
          {say(isLate ? 'list.late' : 'list.due', {
            when: `${longDate(story.dueAt)}, ${clockTime(story.dueAt)}`,
          })}
        </span>
      )}
    </>
  );
}

/** When it is scheduled, when it was published, else when it was last changed. Today's by the clock, others by the date. */
function StoryTime({ story, now }: { story: ListedStory; now: Date }) {
  const at = story.scheduledAt ?? (story.state === 'published' ? story.publishedAt : null) ?? story.updatedAt;
  const isToday = dhakaDay(at) === dhakaDay(now);
  const isPast = at <= now;
  const time = isToday
    ? clockTime(at)
    : isPast
      ? relativeTime(at, now)
      : `${shortDate(at)}, ${clockTime(at)}`;
  return <time dateTime={at.toISOString()}>{time}</time>;
}
