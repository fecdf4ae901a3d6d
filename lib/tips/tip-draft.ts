import { fromBengaliDigits } from '@barta/bengali/digits';
import { lengthFault } from '@/lib/comments/posting/comment-draft';
import { emailAddress } from '@/lib/comments/posting/email-address';
import { plainLine, plainText } from '@/lib/comments/posting/plain-text';
import { textOf } from '@/lib/forms/read-form';

/** Letters as a reader counts them. */
export const tipLimits = { words: 5_000, name: 80, place: 120, pictures: 5 } as const;

export type TipKind = 'message' | 'news';

export interface TipDraft {
  kind: TipKind;
  words: string;
  name: string;
  /** An e-mail address or a telephone number; `''`: none. Goes into the store and nowhere else. */
  contact: string;
  place: string;
  /** A field that people do not see. */
  trap: string;
}

export type TipField = 'words' | 'name' | 'contact' | 'place';
export type TipFault = 'empty' | 'too-long' | 'invalid';
export type TipFaults = Partial<Record<TipField, TipFault>>;

/** A form's fields, cleaned and judged, all at once. A message wants an answer, so it says whose it is; news need not. */
export function readTipDraft(form: FormData, kind: TipKind): { draft: TipDraft; faults: TipFaults } {
  const draft = {
    kind,
    words: plainText(textOf(form, 'words')),
    name: plainLine(textOf(form, 'name')),
    contact: contactIn(textOf(form, 'contact')),
    place: plainLine(textOf(form, 'place')),
    trap: textOf(form, 'subject'),
  };
  const isMessage = kind === 'message';
  const faults: Record<TipField, TipFault | false> = {
    words: lengthFault(draft.words, tipLimits.words),
    name: faultIn(draft.name, tipLimits.name, isMessage),
    contact: draft.contact === null ? 'invalid' : isMessage && draft.contact === '' && 'empty',
    place: faultIn(draft.place, tipLimits.place, false),
  };
  const found = Object.entries(faults).filter(([, fault]) => fault !== false);
  return {
    draft: { ...draft, contact: draft.contact ?? '' },
    faults: Object.fromEntries(found) as TipFaults,
  };
}

function faultIn(text: string, max: number, isRequired: boolean): TipFault | false {
  const fault = lengthFault(text, max);
  return fault === 'empty' && !isRequired ? false : fault;
}

/** By which the desk can answer: an e-mail address, or a telephone number in either digits; null for anything else. */
export function contactIn(rawText: string): string | null {
  const text = plainLine(rawText);
  if (text === '') return '';
  if (text.includes('@')) return emailAddress(text);
  const digits = fromBengaliDigits(text).replace(/[\s().-]/g, '');
  return /^\+?\d{7,15}$/.test(digits) ? digits : null;
}
