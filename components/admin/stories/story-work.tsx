import { randomUUID } from 'node:crypto';
import { clockTime, longDate } from '@barta/bengali/dates';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { ButtonLink } from '@/components/ui/button';
import type { FormState } from '@/lib/forms/form-state';
import type { Say } from '@/lib/site/labels';
import { Panel } from './story-panels';

interface waysToWorkProps {
  story: {
    id: number;
    state: 'draft' | 'filed' | 'scheduled' | 'published' | 'retracted';
    version: number;
    assigneeId: number | null;
    isBinned: boolean;
    hasNext: boolean;
    /** No reader ever saw it: it may go into the bin. */
    isUnseen: boolean;
    /** As a field takes them, `2026-11-24T18:30`; `''`: none. */
    dueAt: string;
    unpublishAt: string;
  };
  permits: { edits: boolean; assigns: boolean; publishes: boolean; preparesNext: boolean };
  remarks: readonly {
    id: number;
    kind: 'remark' | 'sent-back';
    words: string;
    at: Date;
    name: string | null;
  }[];
  corrections: readonly { id: number; words: string; at: Date }[];
  staff: readonly { id: number; name: string }[];
  action: (state: FormState, form: FormData) => Promise<FormState>;
  say: Say;
}

/** Where its parts are, for whoever is at the head of the page. */
export function waysToWork({ story, permits, say }: Pick<waysToWorkProps, 'story' | 'permits' | 'say'>) {
  const isOut = story.state === 'published';
  return [
    permits.preparesNext && { href: '#work-next', label: say('next.title') },
    { href: '#work-remarks', label: say('work.remarks') },
    permits.assigns && { href: '#work-assign', label: say('work.assign') },
    permits.publishes && isOut && { href: '#work-corrections', label: say('work.corrections') },
    permits.publishes &&
      (isOut || story.state === 'scheduled') && { href: '#work-unpublish', label: say('work.unpublishAt') },
    permits.edits && (story.isUnseen || story.isBinned) && { href: '#work-bin', label: say('work.binTitle') },
  ].filter((way) => way !== false);
}

/** Whose turn it is, what the desk says of it and what readers are told: all that is not the story's text. */
export function StoryWork({ story, permits, remarks, corrections, staff, action, say }: waysToWorkProps) {
  const which = [
    { kind: 'hidden' as const, name: 'storyId', label: '', value: String(story.id) },
    { kind: 'hidden' as const, name: 'basedOn', label: '', value: String(story.version) },
  ];
  return (
    <section className="work" aria-labelledby="work">
      <h2 className="vh" id="work">
        {say('work.title')}
      </h2>
      {permits.preparesNext && (
        <Panel id="work-next" title={say('next.title')}>
          <p className="hint">{say('next.hint')}</p>
          <p>
            <ButtonLink href={`/admin/stories/${story.id}?next=1`}>
              {say(story.hasNext ? 'next.open' : 'next.begin')}
            </ButtonLink>
          </p>
        </Panel>
      )}
      <Panel id="work-remarks" title={say('work.remarks')}>
        {remarks.length === 0 && <p className="meta">{say('work.noRemarks')}</p>}
        <ul className="remarks">
          {remarks.map((remark) => (
            <li key={remark.id}>
              <p className="meta">
                {remark.kind === 'sent-back' && (
                  <span className="pill pill--warn">{say('work.sentBack')}</span>
                )}{' '}
                {remark.name} · <Moment at={remark.at} />
              </p>
              <p>{remark.words}</p>
            </li>
          ))}
        </ul>
        <DeskForm
          id="remark"
          action={action}
          submit={say('work.doRemark')}
          does="remark"
          kind="plain"
          fields={[
            ...which,
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
          <DeskForm
            id="send-back"
            action={action}
            submit={say('work.doSendBack')}
            does="send-back"
            kind="no"
            fields={[
              ...which,
              { kind: 'lines', name: 'words', label: say('work.sendBack'), rows: 2, required: true },
            ]}
          />
        )}
      </Panel>
      {story.state === 'published' && (
        <Panel title={say('work.card')}>
          <p className="hint">{say('work.cardHint')}</p>
          <p>
            <a className="btn" href={`/admin/stories/${story.id}/card`} download>
              {say('device.card')}
            </a>
          </p>
        </Panel>
      )}
      {permits.assigns && (
        <Panel id="work-assign" title={say('work.assign')}>
          <DeskForm
            id="assign"
            action={action}
            submit={say('work.doAssign')}
            does="assign"
            kind="plain"
            fields={[
              ...which,
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
      )}
      {permits.publishes && (story.state === 'published' || corrections.length > 0) && (
        <Panel id="work-corrections" title={say('work.corrections')}>
          <ul className="remarks">
            {corrections.map((correction) => (
              <li key={correction.id}>
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
                ...which,
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
      )}
      {permits.publishes && (story.state === 'published' || story.state === 'scheduled') && (
        <Panel id="work-unpublish" title={say('work.unpublishAt')} isOpen={story.unpublishAt !== ''}>
          <DeskForm
            id="unpublish-at"
            action={action}
            submit={say('work.doUnpublishAt')}
            does="unpublish-at"
            kind="plain"
            fields={[
              ...which,
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
              fields={which}
            />
          )}
        </Panel>
      )}
      {permits.edits && (story.isUnseen || story.isBinned) && (
        <Panel id="work-bin" title={say('work.binTitle')} isOpen={story.isBinned}>
          {story.isBinned && <p className="note note--warn">{say('work.binned')}</p>}
          <DeskForm
            id="bin"
            action={action}
            submit={say(story.isBinned ? 'work.restore' : 'work.bin')}
            does={story.isBinned ? 'restore' : 'bin'}
            kind={story.isBinned ? 'plain' : 'no'}
            fields={which}
          />
        </Panel>
      )}
    </section>
  );
}

function Moment({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()}>
      {longDate(at)}, {clockTime(at)}
    </time>
  );
}
