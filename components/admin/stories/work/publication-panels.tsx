import { randomUUID } from 'node:crypto';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { Panel } from '../story-panels';
import { Moment } from './moment';
import { storyFields } from './story-fields';
import type { StoryWorkProps } from './story-work-props';

export function AssignPanel({ story, staff, action, say }: StoryWorkProps) {
  return (
    <Panel id="work-assign" title={say('work.assign')}>
      <DeskForm
        id="assign"
        action={action}
        submit={say('work.doAssign')}
        does="assign"
        kind="plain"
        fields={[
          ...storyFields(story),
          {
            kind: 'choice',
            name: 'assigneeId',
            label: say('work.assignee'),
            value: String(story.assigneeId ?? ''),
            empty: say('work.nobody'),
            options: staff.map(({ id, name }) => ({ value: String(id), label: name })),
          },
          { kind: 'date', name: 'dueAt', label: say('work.dueAt'), value: story.dueAt },
        ]}
      />
    </Panel>
  );
}

export function CorrectionsPanel({ story, corrections, action, say }: StoryWorkProps) {
  return (
    <Panel id="work-corrections" title={say('work.corrections')}>
      <ul className="remarks">
        {corrections.map((correction) => (
          <li className="py-2 border-b border-b-rule wrap-anywhere" key={correction.id}>
            <p className="meta">
              <Moment at={correction.at} />
            </p>
            <p>{correction.words}</p>
          </li>
        ))}
      </ul>
      {story.state === 'published' && (
        <DeskForm
          id="correct"
          action={action}
          submit={say('work.doCorrect')}
          does="correct"
          kind="plain"
          fields={[
            ...storyFields(story),
            { kind: 'hidden', name: 'formKey', label: '', value: randomUUID() },
            {
              kind: 'lines',
              name: 'words',
              label: say('work.correction'),
              hint: say('work.correctionHint'),
              rows: 2,
              required: true,
            },
          ]}
        />
      )}
    </Panel>
  );
}

export function UnpublishPanel({ story, action, say }: StoryWorkProps) {
  return (
    <Panel id="work-unpublish" title={say('work.unpublishAt')} isOpen={story.unpublishAt !== ''}>
      <DeskForm
        id="unpublish-at"
        action={action}
        submit={say('work.doUnpublishAt')}
        does="unpublish-at"
        kind="plain"
        fields={[
          ...storyFields(story),
          {
            kind: 'date',
            name: 'unpublishAt',
            label: say('work.unpublishAt'),
            hint: say('work.unpublishHint'),
            value: story.unpublishAt,
          },
        ]}
      />
      {story.state === 'published' && (
        <DeskForm
          id="unpublish"
          action={action}
          submit={say('work.unpublish')}
          does="unpublish"
          kind="no"
          fields={storyFields(story)}
        />
      )}
    </Panel>
  );
}

export function BinPanel({ story, action, say }: StoryWorkProps) {
  return (
    <Panel id="work-bin" title={say('work.binTitle')} isOpen={story.isBinned}>
      {story.isBinned && <p className="note note--warn">{say('work.binned')}</p>}
      <DeskForm
        id="bin"
        action={action}
        submit={say(story.isBinned ? 'work.restore' : 'work.bin')}
        does={story.isBinned ? 'restore' : 'bin'}
        kind={story.isBinned ? 'plain' : 'no'}
        fields={storyFields(story)}
      />
    </Panel>
  );
}
