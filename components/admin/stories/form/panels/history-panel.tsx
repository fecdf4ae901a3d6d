import { ButtonLink } from '@/components/ui/button';
import { Panel } from '../../story-panels';
import type { StoryPanelProps } from './panel-props';

/** What was done with the story, newest first, and the way to its revisions. */
export function HistoryPanel({ form, say }: StoryPanelProps) {
  const { story, permits } = form;
  if (!story || story.history.length === 0) return null;
  return (
    <Panel title={say('storyDesk.history')}>
      <ol className="[&_li+li::after]:-top-6 [&_li+li::after]:left-[0.24rem] [&_li+li::after]:content-[''] [&_li+li::after]:absolute [&_li+li::after]:w-px [&_li+li::after]:h-[2.2rem] [&_li+li::after]:bg-rule">
        {story.history.map((entry) => (
          <li
            className="py-[0.45rem] px-0 gap-2 relative grid grid-cols-[0.9rem_1fr] items-start before:mt-[0.4rem] before:border-2 before:border-ink-3 before:content-[''] before:z-1 before:w-[0.6rem] before:h-[0.6rem] before:rounded-[50%] before:bg-paper first:before:border-ok first:before:bg-ok"
            key={entry.key}
          >
            <span>
              <strong className="font-medium block">{entry.what}</strong>
              <span className="meta block">{entry.when}</span>
            </span>
          </li>
        ))}
      </ol>
      {permits.edits && (
        <ButtonLink href={`/admin/stories/${story.id}/revisions`} icon="clock">
          {say('versions.revisions')}
        </ButtonLink>
      )}
    </Panel>
  );
}
