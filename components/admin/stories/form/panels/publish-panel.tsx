import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Panel } from '../../story-panels';
import { StoryActionButton } from '../story-action-buttons';
import { scheduleAction } from '../story-actions';
import type { StoryPanelProps } from './panel-props';

/** The story's state and times, when to publish it, and whether readers may comment. */
export function PublishPanel({ form, say }: StoryPanelProps) {
  return (
    <Panel title={say('storyDesk.stateAndTime')}>
      {form.story?.times.map((time) => (
        <p className="meta" key={time}>
          {time}
        </p>
      ))}
      <FurtherLinks form={form} say={say} />
      <ScheduleField form={form} say={say} />
      <CommentFields form={form} say={say} />
    </Panel>
  );
}

function FurtherLinks({ form, say }: StoryPanelProps) {
  if (form.further.length === 0) return null;
  return (
    <nav aria-label={say('work.title')}>
      <ul className="gap-y-[0.15rem] gap-x-[0.9rem] flex flex-wrap">
        {form.further.map(({ href, label }) => (
          <li key={href}>
            <a className="py-1 text-(length:--text-meta) font-medium inline-block underline" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ScheduleField({ form, say }: StoryPanelProps) {
  const action = scheduleAction(form);
  if (!action) return null;
  return (
    <>
      <Field
        {...form.field('scheduledAt')}
        type="datetime-local"
        label={say('storyDesk.publishAt')}
        hint={say('storyDesk.publishAtHint')}
      />
      <StoryActionButton action={action} say={say} />
    </>
  );
}

function CommentFields({ form, say }: StoryPanelProps) {
  return (
    <>
      <Select
        {...form.field('comments')}
        label={say('storyDesk.commentCount')}
        options={[
          { value: 'open', label: say('storyDesk.commentsOpen') },
          { value: 'closed', label: say('storyDesk.commentsClosed') },
          { value: 'until', label: say('editor.commentsUntil') },
        ]}
      />
      <Field
        {...form.field('commentsUntil')}
        type="datetime-local"
        label={say('editor.commentsUntilTime')}
        hint={say('editor.commentsUntilHint')}
      />
    </>
  );
}
