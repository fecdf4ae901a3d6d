import { truncateGraphemes } from '@barta/bengali/graphemes';
import { and, eq } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { sections, tips } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { acceptReaderPicture, type PictureStores } from '@/lib/pictures/library/accept-reader-picture';
import { done, type Result, refused } from '@/lib/result';
import type { Block } from '@/lib/stories/body/blocks';
import { documentOfBlocks } from '@/lib/stories/body/document';
import { emptyFields, type StoryFields } from '@/lib/stories/fields/catalogue';
import { createStory } from '@/lib/stories/workflow/create-story';

export interface StoryFromTip {
  tipId: number;
  basedOn: number;
  /** Of the tip's; the first becomes the lead, the others stand under the words. */
  pictureIds: readonly number[];
  /** Who the pictures are credited to, as in `পাঠকের পাঠানো`. */
  credit: string;
  /** Where the draft lies; its writer moves it. */
  section: string;
}

export type StoryOfTipRefusal = 'forbidden' | 'not-found' | 'stale' | 'no-section' | 'not-made';

const longestHeadline = 90;

/**
 * A draft of what a reader has sent: the words and the chosen pictures, and nothing of who sent them. A second click
 * leads to the same draft.
 */
export async function makeStoryOfTip(
  db: AppDb,
  stores: PictureStores,
  actor: Actor,
  { tipId, basedOn, pictureIds, credit, section }: StoryFromTip,
  now = new Date(),
): Promise<Result<{ storyId: number }, StoryOfTipRefusal>> {
  if (actor.kind !== 'staff' || !may(actor, 'handle-tips') || !may(actor, 'write-story'))
    return refused('forbidden');
  const tip = db.select().from(tips).where(eq(tips.id, tipId)).get();
  if (!tip) return refused('not-found');
  if (tip.version !== basedOn) return refused('stale');
  if (!db.select().from(sections).where(eq(sections.slug, section)).get())
    return refused('no-section', 'section');

  const chosen = tip.pictureIds.filter((id) => pictureIds.includes(id));
  for (const pictureId of chosen) {
    const taken = await acceptReaderPicture(db, stores, actor, { pictureId, credit }, now);
    if (!taken.ok) return refused('not-made');
  }
  const fields = {
    ...fieldsFor(tip.words, chosen, credit),
    section,
    isWorkingTitle: true,
    formKey: `tip-${tipId}`,
  };
  const made = await createStory(db, actor, fields, now);
  if (!made.ok) return refused('not-made');
  const { storyId } = made.value;

  return tx(db, (t) => {
    const { changes } = t
      .update(tips)
      .set({ state: 'used', staffId: actor.id, version: basedOn + 1 })
      .where(and(eq(tips.id, tipId), eq(tips.version, basedOn)))
      .run();
    // Somebody has turned it this very moment: the draft is there all the same, and is what was asked for.
    if (changes > 0) {
      appendAudit(t, {
        actor,
        verb: 'use-tip',
        subject: `tip:${tipId}`,
        before: { state: tip.state },
        after: { state: 'used', story: storyId },
        at: now,
      });
    }
    return done({ storyId });
  });
}

function fieldsFor(words: string, pictureIds: readonly number[], credit: string): StoryFields {
  const [lead = null, ...others] = pictureIds;
  const [first = ''] = words.split('\n');
  const [sentence = first] = /^.*?[।?!]/u.exec(first) ?? [];
  return {
    ...emptyFields,
    section: '',
    kicker: '',
    headline: truncateGraphemes(sentence.replace(/।$/u, '').trim() || first, longestHeadline, '…'),
    standfirst: '',
    body: documentOfBlocks([...paragraphsOf(words), ...others.map((pictureId) => figure(pictureId, credit))]),
    topics: [],
    bylines: [],
    district: '',
    pictureId: lead,
    pictureCaption: '',
    pictureCredit: lead === null ? '' : credit,
    pictureAlt: '',
    comments: 'open',
  };
}

function paragraphsOf(words: string): Block[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
}

function figure(pictureId: number, credit: string): Block {
  return { type: 'figure', attrs: { pictureId, file: '', caption: '', credit, alt: '' } };
}
