import { clockTime, longDate, relativeTime } from '@barta/bengali/dates';
import { toBengaliDigits } from '@barta/bengali/digits';
import { truncateGraphemes } from '@barta/bengali/graphemes';
import { markListedWords } from '@barta/bengali/word-filter/mark-listed-words';
import type { DeskComment, QueueCounts } from '@/lib/comments/desk/queue';
import { type LabelKey, type LabelSet, labelKeys, type Say } from '@/lib/site/labels';
import type { QueueComment, QueueCommentContext } from './queue-comment';
import { reasonLabels } from './reason-labels';
import { trustSentence } from './trust-sentence';

interface QueueFormat {
  say: Say;
  labelSet: LabelSet;
  now: Date;
  /** Of the newsroom's lists: marked where they stand. */
  words: readonly string[];
  /** The address of a story's cover, where it has no picture. */
  pictureOf: (comment: DeskComment) => { src: string; alt: string };
}

export function formatQueueComment(comment: DeskComment, manner: QueueFormat): QueueComment {
  const { say, now } = manner;
  const { parent, record, story } = comment;
  return {
    id: comment.id,
    version: comment.version,
    state: comment.state,
    name: comment.name,
    address: comment.address,
    when: relativeTime(comment.createdAt, now),
    at: comment.createdAt.toISOString(),
    pills: pillsOf(comment, say),
    isPicked: comment.pickedAt !== null,
    isReported: comment.reports.length > 0,
    headline: story.headline,
    storyId: story.id,
    storyHref: comment.state === 'visible' ? `${story.href}#c${comment.id}` : story.href,
    parent: parent
      ? `${say('comments.answering', { name: parent.name })}: ${truncateGraphemes(parent.body, 140, '…')}`
      : '',
    text: markListedWords(comment.body, manner.words),
    lines: [
      trustSentence(comment.trust, say),
      say('moderation.record', {
        approved: record.approved,
        hidden: record.hidden,
        since: longDate(record.firstSeen),
      }),
      record.name !== comment.name && !record.erasedAt
        ? say('moderation.otherName', { name: record.name })
        : '',
      comment.neighbours > 0 ? say('moderation.neighbours', { count: comment.neighbours }) : '',
      comment.website,
      comment.state === 'held' ? '' : (decisionsOf(comment, manner)[0] ?? ''),
    ].filter((line) => line !== ''),
    signals: comment.signals.map(({ code, weight }) =>
      say('moderation.weight', {
        label: codeLabel('signal', code, say),
        weight: `${weight > 0 ? '+' : ''}${digits(String(weight), manner.labelSet)}`,
      }),
    ),
    reports: comment.reports.map((report) => {
      const line = say('moderation.reportLine', {
        reason: say(`moderation.report.${report.reason}`),
        when: relativeTime(report.at, now),
      });
      return report.words === '' ? line : `${line}: ${report.words}`;
    }),
    context: contextOf(comment, manner),
  };
}

function pillsOf(comment: DeskComment, say: Say): QueueComment['pills'] {
  const pills: QueueComment['pills'] = [];
  if (comment.fromNewsroom) pills.push({ text: say('comments.fromNewsroom'), look: 'info' });
  if (comment.pickedAt) pills.push({ text: say('moderation.picked'), look: 'info' });
  if (comment.reports.length > 0)
    pills.push({ text: say('moderation.reports', { count: comment.reports.length }), look: 'no' });
  if (comment.barred.length > 0) pills.push({ text: say('moderation.bans'), look: 'no' });
  if (comment.isNamesake) pills.push({ text: say('talk.namesake'), look: 'warn' });
  if (comment.editedAt) pills.push({ text: say('moderation.edited'), look: 'info' });
  for (const reason of comment.heldBecause)
    pills.push({ text: codeLabel('moderation.held', reason, say), look: 'warn' });
  return pills;
}

/** A code in words. One that has none, as of a rule that is gone since, is shown as it is. */
function codeLabel(family: string, code: string, say: Say): string {
  const [head = '', ...rest] = code.split(':');
  const key = `${family}.${head}`;
  const known = labelKeys.find((label) => label === key);
  if (!known) return code;
  return rest.length > 0 ? `${say(known)}: ${rest.join(':')}` : say(known);
}

function contextOf(comment: DeskComment, manner: QueueFormat): QueueCommentContext {
  const { say, now, labelSet } = manner;
  const { record, story } = comment;
  const number = (value: number) => digits(String(value), labelSet);
  const picture = manner.pictureOf(comment);
  const verified = record.erasedAt
    ? 'moderation.factErased'
    : record.verifiedAt
      ? 'moderation.factVerified'
      : 'moderation.factUnverified';
  const facts = [
    { term: say('moderation.factTotal'), value: number(record.written) },
    { term: say('moderation.factApproved'), value: number(record.approved) },
    { term: say('moderation.factHidden'), value: number(record.hidden) },
    { term: say('moderation.factFirst'), value: longDate(record.firstSeen) },
    { term: say('moderation.factEmail'), value: say(verified) },
  ];
  if (comment.neighbours > 0) {
    facts.push({
      term: say('moderation.factNetwork'),
      value: say('moderation.addresses', { count: comment.neighbours }),
    });
  }
  return {
    commenterId: record.id,
    facts,
    barred: comment.barred.map(({ kind, until }) => {
      const name = say(`moderation.banKind.${kind}`);
      if (!until) return say('moderation.barredForGood', { kind: name });
      return say('moderation.barredUntil', { kind: name, until: `${longDate(until)}, ${clockTime(until)}` });
    }),
    canBar: comment.canBar,
    notes: comment.notes.map((note) => ({
      by: say('moderation.noteBy', { name: note.by, when: relativeTime(note.at, now) }),
      words: note.words,
    })),
    decisions: decisionsOf(comment, manner),
    story: {
      picture: picture.src,
      alt: picture.alt,
      meta: say('moderation.storyMeta', {
        count: story.visibleComments,
        when: story.publishedAt ? `${longDate(story.publishedAt)}, ${clockTime(story.publishedAt)}` : '–',
      }),
      isOpen: story.comments === 'open',
      isUp: story.state === 'published',
    },
  };
}

/** Who did what with it, the latest first. */
function decisionsOf(comment: DeskComment, { say, now }: QueueFormat): string[] {
  return comment.actions.map((action) => {
    const known: Record<string, LabelKey> = {
      visible: 'moderation.acted.visible',
      hidden: 'moderation.acted.hidden',
      spam: 'moderation.acted.spam',
    };
    const decision = say(known[action.to] ?? 'moderation.acted.held', {
      name: action.by ?? say('moderation.byNewsroom'),
      when: relativeTime(action.at, now),
    });
    const reason = action.reason === '' ? '' : `: ${say(reasonLabels[action.reason])}`;
    return `${decision}${reason}${action.undoneAt ? ` (${say('moderation.undone')})` : ''}`;
  });
}

/** Each tab's number as it is printed, and since when the longest waits. */
export function formatQueueCounts(
  counts: QueueCounts,
  most: number,
  { say, labelSet, now }: Pick<QueueFormat, 'say' | 'labelSet' | 'now'>,
): Record<string, string> {
  const number = (count: number) => {
    const printed = digits(new Intl.NumberFormat('en-IN').format(Math.min(count, most)), labelSet);
    return count >= most ? say('moderation.countMore', { count: printed }) : printed;
  };
  return {
    held: number(counts.held),
    reported: number(counts.reported),
    visible: number(counts.visible),
    hidden: number(counts.hidden),
    spam: number(counts.spam),
    oldest: counts.oldestHeldAt
      ? say('moderation.oldestWaits', { when: relativeTime(counts.oldestHeldAt, now) })
      : '',
    live: say('moderation.liveWaiting', { count: number(counts.held) }),
  };
}

function digits(number: string, labelSet: LabelSet): string {
  return labelSet === 'bn' ? toBengaliDigits(number) : number;
}
