import type { MarkedText } from '@barta/bengali/word-filter/mark-listed-words';

/** A comment as the queue prints it: sentences and numbers, ready to be sent to the browser. */
export interface QueueComment {
  id: number;
  version: number;
  state: string;
  name: string;
  /** Masked; `''` when the writer was erased. */
  address: string;
  when: string;
  at: string;
  pills: { text: string; look: 'warn' | 'info' | 'no' | 'ok' }[];
  isPicked: boolean;
  isReported: boolean;
  headline: string;
  storyId: number;
  storyHref: string;
  parent: string;
  text: MarkedText[];
  /** Short facts below the text. */
  lines: string[];
  signals: string[];
  reports: string[];
  context: QueueCommentContext;
}

/** What stands beside the list for the comment that the moderator is at. */
export interface QueueCommentContext {
  commenterId: number;
  facts: { term: string; value: string }[];
  barred: string[];
  canBar: { address: boolean; device: boolean; network: boolean };
  notes: { by: string; words: string }[];
  decisions: string[];
  story: { picture: string; alt: string; meta: string; isOpen: boolean; isUp: boolean };
}
