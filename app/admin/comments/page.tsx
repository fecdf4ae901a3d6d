import type { Metadata } from 'next';
import { CommentDesk } from '@/components/admin/comments/queue/comment-desk.client';
import type { QueueMessage } from '@/components/admin/comments/queue/queue-state';
import { ModerationReminder, QueueTitle } from '@/components/admin/comments/queue/queue-title';
import { QueueFilters } from '@/components/admin/comments/queue-filters';
import { queueLabels } from '@/components/admin/comments/queue-labels';
import { deskAppeals } from '@/lib/comments/bans/listing';
import { MAX_NOTE } from '@/lib/comments/desk/note-commenter';
import { deskDecisions, deskQueue, deskSections } from '@/lib/comments/desk/queue';
import {
  filterIn,
  isNarrowed,
  type QueueFilter,
  type QueueTab,
  queueAddress,
  queueTabs,
} from '@/lib/comments/desk/queue-filter';
import { holdReasons } from '@/lib/comments/hold-rules/rule';
import { idIn } from '@/lib/forms/read-form';
import type { LabelKey, Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { answerAsNewsroom, banWriter, moderateComments, noteWriter } from './actions';
import { alreadyDecidedSentence } from './already-decided-sentence';
import { queueFormatter } from './queue-formatter';
import './comments.css';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.comments') };
}

const tabLabels: Record<QueueTab, LabelKey> = {
  held: 'moderation.tabHeld',
  reported: 'moderation.tabReported',
  visible: 'moderation.tabVisible',
  hidden: 'moderation.tabHidden',
  spam: 'moderation.tabSpam',
  withdrawn: 'moderation.tabWithdrawn',
  all: 'moderation.tabAll',
};
const visibleTabs = ['held', 'reported', 'visible', 'hidden', 'spam'] as const;

/** The queue: what waits for a moderator, what readers complain of, what they see, what was taken down. */
export default async function CommentsPage({ searchParams }: PageProps<'/admin/comments'>) {
  const params = await searchParams;
  const one = (name: string) => [params[name]].flat()[0] ?? '';
  const now = new Date();
  const filter = filterIn(one);
  const queue = await deskQueue(filter, one('before'), now);
  const site = await readSite();
  const { say } = site;
  const formatter = await queueFormatter(site, now);
  const narrowed = isNarrowed(filter);
  const appeals = await deskAppeals(now);

  return (
    <CommentDesk
      // Another list remounts the desk: its position and ticks are gone.
      key={queueAddress(filter, { before: one('before'), did: one('did'), n: one('n'), at: one('at') })}
      rows={queue.comments.map(formatter.comment)}
      currentId={idIn(one('c'))}
      answeringId={idIn(one('answer'))}
      counts={formatter.counts(queue.counts)}
      olderBefore={queue.olderBefore}
      lookOn={queue.lookOn}
      newestAt={queue.newestAt}
      tab={filter.tab}
      tabs={visibleTabs.map((tab) => ({ tab, label: say(tabLabels[tab]) }))}
      address={queueAddress(filter)}
      messages={await initialMessages(one, say, now)}
      empty={say(emptyLabel(filter, narrowed))}
      isBengali={site.labelSet === 'bn'}
      labels={queueLabels(say, MAX_NOTE)}
      moderate={moderateComments}
      ban={banWriter}
      note={noteWriter}
      answer={answerAsNewsroom}
      title={<QueueTitle appeals={appeals} mayExport={queue.mayExport} say={say} />}
      filters={
        <QueueFilters
          filter={filter}
          isNarrowed={narrowed}
          states={queueTabs.map((tab) => ({ value: tab, label: say(tabLabels[tab]) }))}
          sections={(await deskSections()).map(({ slug, name }) => ({ value: slug, label: name }))}
          reasons={holdReasons.map((code) => ({ value: code, label: say(`moderation.held.${code}`) }))}
          say={say}
        />
      }
      rules={<ModerationReminder trustsKnown={site.trustKnownCommenters} say={say} />}
    />
  );
}

function emptyLabel({ tab }: QueueFilter, narrowed: boolean): LabelKey {
  if (narrowed) return 'moderation.noMatch';
  if (tab === 'held') return 'moderation.emptyHeld';
  return tab === 'reported' ? 'moderation.emptyReported' : 'moderation.empty';
}

const doneLabels: Readonly<Record<string, LabelKey>> = {
  approve: 'moderation.didApprove',
  hide: 'moderation.didHide',
  spam: 'moderation.didSpam',
  answer: 'moderation.didAnswer',
  pick: 'moderation.didPick',
  unpick: 'moderation.didUnpick',
  undo: 'moderation.didUndo',
  open: 'moderation.didOpen',
  closed: 'moderation.didClose',
};

/** What a form sent without script did before this page, and what others had decided first. */
async function initialMessages(one: (name: string) => string, say: Say, now: Date): Promise<QueueMessage[]> {
  const messages: QueueMessage[] = [];
  const label = Object.hasOwn(doneLabels, one('did')) ? doneLabels[one('did')] : undefined;
  if (label) {
    const text = say(label, { count: Math.min(Math.abs(Math.trunc(Number(one('n')) || 0)), 1000) });
    const batch = /^[0-9a-f-]{36}$/.test(one('batch')) ? { batch: one('batch') } : {};
    messages.push({ kind: 'done', text, ...batch });
  }
  const late = one('late')
    .split(',')
    .slice(0, 50)
    .map(idIn)
    .filter((id) => id !== null);
  if (late.length > 0) {
    for (const decision of await deskDecisions(late))
      messages.push({ kind: 'refused', text: alreadyDecidedSentence(decision, say, now) });
  }
  return messages;
}
