import { countGraphemes } from '@barta/bengali/graphemes';
import { idIn, textOf } from '@/lib/forms/read-form';
import { MAX_BODY, MAX_NAME } from '../comment-limits';
import type { Consents } from '../consents/record-consents';
import { emailAddress, isReachable } from './email-address';
import { isSeen, plainLine, plainText } from './plain-text';
import { websiteAddress } from './website';

/** Nothing readable needs more code units per grapheme; beyond it nobody has to count. */
const UNITS_PER_GRAPHEME = 24;

export interface CommentDraft {
  storyId: number;
  /** The comment it answers. */
  parentId: number | null;
  name: string;
  /** Normalised; goes into the store and nowhere else. */
  email: string;
  /** `''` for none. */
  website: string;
  body: string;
  /** A field that people do not see. Whoever fills it is a machine, or a browser that is too helpful. */
  trap: string;
  /** Signs that cannot be seen stood between its letters, as it was sent. */
  isDisguised?: boolean;
  /** What the address may be used for besides. */
  consents?: Consents;
}

export type DraftField = 'body' | 'name' | 'email' | 'website' | 'storyId' | 'parentId';
export type DraftFault = 'empty' | 'too-long' | 'invalid';
export type DraftReading =
  | { ok: true; draft: CommentDraft }
  | { ok: false; faults: Partial<Record<DraftField, DraftFault>> };

/** The comment form's fields, cleaned and judged, all of them at once: a person is told everything in one go. */
export function readCommentDraft(form: FormData): DraftReading {
  const body = plainText(textOf(form, 'body'));
  const name = plainLine(textOf(form, 'name'));
  const email = emailAddress(textOf(form, 'email'));
  const website = websiteAddress(textOf(form, 'website'));
  const storyId = idIn(textOf(form, 'storyId'));
  const parent = textOf(form, 'parentId');
  const parentId = parent === '' ? null : idIn(parent);

  const faults = {
    body: lengthFault(body, MAX_BODY),
    name: lengthFault(name, MAX_NAME),
    email: plainLine(textOf(form, 'email')) === '' ? 'empty' : !isReachable(email) && 'invalid',
    website: website === null && 'invalid',
    storyId: storyId === null && 'invalid',
    parentId: parent !== '' && parentId === null && 'invalid',
  } satisfies Record<DraftField, DraftFault | false>;

  if (email === null || website === null || storyId === null || Object.values(faults).some(Boolean)) {
    return { ok: false, faults: Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault)) };
  }
  return {
    ok: true,
    draft: {
      storyId,
      parentId,
      name,
      email,
      website,
      body,
      trap: textOf(form, 'subject'),
      consents: {
        replies: textOf(form, 'tellReplies') === '1',
        newsletter: textOf(form, 'sendLetter') === '1',
      },
      ...(isDisguised(textOf(form, 'body')) && { isDisguised: true }),
    },
  };
}

/** Twice: once is a word copied from a page that hyphenates. */
export function isDisguised(rawText: string): boolean {
  const hidden = /(?<=[\p{L}\p{M}])[\u200b\u2060-\u2064\u00ad\u180e\ufeff](?=[\p{L}\p{M}])/gu;
  return (rawText.slice(0, 10_000).match(hidden)?.length ?? 0) > 1;
}

export function lengthFault(text: string, max: number): DraftFault | false {
  if (!isSeen(text)) return 'empty';
  return (text.length > max * UNITS_PER_GRAPHEME || countGraphemes(text) > max) && 'too-long';
}
