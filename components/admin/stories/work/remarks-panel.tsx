import { randomUUID } from 'node:crypto';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { Panel } from '../story-panels';
import { Moment } from './moment';
import { storyFields } from './story-fields';
import type { StoryWorkProps } from './story-work-props';

export function RemarksPanel({ story, permits, remarks, action, say }: StoryWorkProps) {
  return (
    <Panel id="work-remarks" title={say('work.remarks')}>
      <RemarkList remarks={remarks} say={say} />
      <DeskForm
        id="remark"
        action={action}
        submit={say('work.doRemark')}
        does="remark"
        kind="plain"
        fields={[
          ...storyFields(story),
          { kind: 'hidden', name: 'formKey', label: '', value: randomUUID() },
          {
            kind: 'lines',
            name: 'words',
            label: say('work.remark'),
            hint: say('work.remarkHint'),
            rows: 2,
            required: true,
          },
        ]}
      />
      {permits.publishes && story.state === 'filed' && (
        <SendBackForm story={story} action={action} say={say} />
      )}
    </Panel>
  );
}

function RemarkList({ remarks, say }: Pick<StoryWorkProps, 'remarks' | 'say'>) {
  return (
    <>
      {remarks.length === 0 && <p className="meta">{say('work.noRemarks')}</p>}
      <ul className="remarks">
        {remarks.map((remark) => (
          <li className="py-2 border-b border-b-rule wrap-anywhere" key={remark.id}>
            <p className="meta">
              {remark.kind === 'sent-back' && <span className="pill pill--warn">{say('work.sentBack')}</span>}{' '}
              {remark.name} · <Moment at={remark.at} />
            </p>
            <p>{remark.words}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function SendBackForm({ story, action, say }: Pick<StoryWorkProps, 'story' | 'action' | 'say'>) {
  return (
    <DeskForm
      id="send-back"
      action={action}
      submit={say('work.doSendBack')}
      does="send-back"
      kind="no"
      fields={[
        ...storyFields(story),
        { kind: 'lines', name: 'words', label: say('work.sendBack'), rows: 2, required: true },
      ]}
    />
  );
}
