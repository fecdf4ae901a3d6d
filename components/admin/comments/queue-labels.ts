import type { LabelKey, Say } from '@/lib/site/labels';
import { reasonLabels } from './reason-labels';

const plain = {
  queue: 'moderation.queue',
  comments: 'admin.comments',
  states: 'moderation.states',
  approve: 'moderation.approve',
  keep: 'moderation.keep',
  hide: 'moderation.hide',
  hideWhy: 'moderation.hideWhy',
  reason: 'moderation.reason',
  spam: 'moderation.spamAction',
  answer: 'moderation.answer',
  pick: 'moderation.pick',
  unpick: 'moderation.unpick',
  context: 'moderation.context',
  contextOf: 'moderation.contextOf',
  bulk: 'moderation.bulk',
  allApprove: 'moderation.allApprove',
  allHide: 'moderation.allHide',
  allSpam: 'moderation.allSpam',
  clear: 'moderation.clear',
  undo: 'moderation.undo',
  undoLast: 'moderation.undoLast',
  notSent: 'moderation.notSent',
  showArrived: 'moderation.showArrived',
  reloadList: 'moderation.reloadList',
  loadingMore: 'moderation.loadingMore',
  older: 'moderation.older',
  lookOn: 'moderation.lookOn',
  lookedSoFar: 'moderation.lookedSoFar',
  signals: 'moderation.signals',
  reportsOpen: 'moderation.reportsOpen',
  decisions: 'moderation.decisions',
  allOf: 'moderation.allOf',
  inStory: 'moderation.inStory',
  allInStory: 'moderation.allInStory',
  isClosed: 'moderation.isClosed',
  closeComments: 'moderation.closeComments',
  openComments: 'moderation.openComments',
  notes: 'moderation.notes',
  noteWords: 'moderation.noteWords',
  noteSave: 'moderation.noteSave',
  ban: 'moderation.ban',
  banBy: 'moderation.banBy',
  banAddress: 'moderation.banKind.address',
  banDevice: 'moderation.banKind.device',
  banNetwork: 'moderation.banKind.network',
  banNetworkHint: 'moderation.banNetworkHint',
  banFor: 'moderation.banFor',
  banReason: 'moderation.banReason',
  banDo: 'moderation.banDo',
  choose: 'form.choose',
  keys: 'moderation.keys',
  keysOff: 'moderation.keysOff',
  keysOn: 'moderation.keysOn',
  keysNote: 'moderation.keysNote',
  close: 'moderation.close',
  keyMove: 'moderation.key.move',
  keySelect: 'moderation.key.select',
  keyApprove: 'moderation.key.approve',
  keyHide: 'moderation.key.hide',
  keySpam: 'moderation.key.spam',
  keyAnswer: 'moderation.key.answer',
  keyBan: 'moderation.key.ban',
  keyPick: 'moderation.key.pick',
  keyUndo: 'moderation.key.undo',
  keyBulk: 'moderation.key.bulk',
  keyMap: 'moderation.key.map',
  answerTitle: 'moderation.answerAs',
  answerHint: 'moderation.answerHint',
  sendAnswer: 'moderation.sendAnswer',
  approveAndAnswer: 'moderation.approveAndAnswer',
  cancel: 'form.cancel',
} as const satisfies Record<string, LabelKey>;

/** The queue's sentences in one language, to be sent to the browser without the rest of the catalogue. */
export type QueueLabels = Record<keyof typeof plain, string> & {
  /** With `{name}` in them, for `filled`. */
  chooseOne: string;
  about: string;
  nSelected: string;
  arrived: string;
  noteHint: string;
  reasons: { value: string; label: string }[];
  terms: { value: string; label: string }[];
};

/** Days for which a reader can be barred; 0 is for good. */
const terms = [1, 7, 30, 365, 0];

export function queueLabels(say: Say, maxNote: number): QueueLabels {
  const words = Object.fromEntries(Object.entries(plain).map(([name, key]) => [name, say(key)]));
  return {
    ...(words as Record<keyof typeof plain, string>),
    chooseOne: say('moderation.choose'),
    about: say('comments.replyTo'),
    nSelected: say('moderation.nSelected'),
    arrived: say('moderation.arrived'),
    noteHint: say('moderation.noteHint', { max: maxNote }),
    reasons: Object.entries(reasonLabels).map(([value, key]) => ({ value, label: say(key) })),
    terms: terms.map((days) => ({
      value: String(days),
      label: days === 0 ? say('moderation.banForGood') : say('moderation.banDays', { count: days }),
    })),
  };
}
