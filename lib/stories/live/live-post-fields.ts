import { normalise } from '@barta/bengali/normalise';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { pictures } from '@/db/schema';
import { done, type Result, refused } from '@/lib/result';
import { bodyFromNotation } from '../body/notation/body-from-notation';
import { isLonger, oneLine } from '../fields/tidy-text';

/** The form fields of one live post; the text is in the notation of `bodyFromNotation`. */
export interface LivePostFields {
  headline: string;
  body: string;
  pictureId: number | null;
  isKey: boolean;
  isPinned: boolean;
}

export const livePostLimits = { headline: 200, body: 20_000 } as const;

export type LivePostFault = 'empty' | 'too-long' | 'picture-unknown' | 'picture-undescribed';

/** The row's columns, with HTML from the same sanitiser as a story's; or the refusal, with its field. */
export function livePostColumns(
  t: Tx,
  entered: LivePostFields,
): Result<LivePostFields & { bodyHtml: string }, LivePostFault> {
  const headline = oneLine(entered.headline);
  const body = normalise(entered.body.replace(/\r\n?/g, '\n')).trim();
  if (isLonger(headline, livePostLimits.headline)) return refused('too-long', 'headline');
  if (body.length > livePostLimits.body) return refused('too-long', 'body');
  const { html: bodyHtml } = bodyFromNotation(body);
  // A picture is enough for a post; a headline alone is an entry of the ticker.
  if (bodyHtml === '' && headline === '' && entered.pictureId === null) return refused('empty', 'body');
  if (entered.pictureId !== null) {
    const picture = t.select().from(pictures).where(eq(pictures.id, entered.pictureId)).get();
    if (!picture) return refused('picture-unknown', 'pictureId');
    if (picture.alt === '') return refused('picture-undescribed', 'pictureId');
  }
  const { pictureId, isKey, isPinned } = entered;
  return done({ headline, body, bodyHtml, pictureId, isKey, isPinned });
}
