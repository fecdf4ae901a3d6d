import { ButtonLink } from '@/components/ui/button';
import type { Say } from '@/lib/site/labels';

interface StoryListFootProps {
  /** How many stories were found, as a phrase. */
  found: string;
  /** The first page of the list; none on that page. */
  newestHref: string | null;
  /** The next page; none on the last. */
  olderHref: string | null;
  /** The search stopped before the end of the list. */
  isUnfinished: boolean;
  say: Say;
}

/** Below the list of stories: how many there are, the bin, and the other pages. */
export function StoryListFoot({ found, newestHref, olderHref, isUnfinished, say }: StoryListFootProps) {
  return (
    <div className="mt-3 gap-y-2 gap-x-4 text-(length:--text-meta) flex flex-wrap items-center justify-between text-ink-3">
      <span>{say('list.found', { count: found })}</span>
      <ButtonLink kind="quiet" href="/admin/stories/bin">
        {say('work.binTitle')}
      </ButtonLink>
      <span>
        {newestHref !== null && (
          <ButtonLink icon="back" href={newestHref}>
            {say('storyDesk.newest')}
          </ButtonLink>
        )}{' '}
        {olderHref !== null && (
          <ButtonLink icon="forward" href={olderHref}>
            {say(isUnfinished ? 'list.lookOn' : 'storyDesk.older')}
          </ButtonLink>
        )}
      </span>
    </div>
  );
}
