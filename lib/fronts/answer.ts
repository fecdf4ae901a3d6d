import type { AppDb } from '@/db/client';
import type { FrontFormState } from '@/lib/forms/front-form-state';
import { idIn, textOf, typedIn } from '@/lib/forms/read-form';
import type { Actor } from '@/lib/people/actor';
import type { Say } from '@/lib/site/labels';
import type { Arrangement } from './arrangement';
import { frontLimits } from './arrangement';
import { boardOf, frontState } from './board';
import { fillFromStore } from './fill-from-store';
import type { FrontRefusal } from './front-rows';
import { layoutNamed } from './layouts';
import { publishFront } from './publish-front';
import { neighbourOf, type Place, rearrange, type Step } from './rearrange';
import { restoreEdition } from './restore-edition';
import { saveFront } from './save-front';
import { typedArrangement } from './typed-arrangement';

/** Does what the pressed button of the board says, and answers with the board as it then is. */
export async function answerToFront(
  db: AppDb,
  actor: Actor,
  form: FormData,
  say: Say,
  now = new Date(),
): Promise<FrontFormState> {
  const slug = textOf(form, 'slug');
  const [what = '', ...rest] = textOf(form, 'do').split(' ');
  const basedOn = what === 'keep' ? Number(rest[0]) : Number(textOf(form, 'basedOn'));
  const { arranged, errors } = typedArrangement(form, what === 'back');
  const values = { into: textOf(form, 'into') };

  if (!arranged) return refusedWith('broken', null);
  if (Object.keys(errors).length > 0) {
    const sentences = Object.fromEntries(
      Object.keys(errors).map((field) => [field, say('fronts.until-invalid')]),
    );
    const { notice, ...answer } = await refusedWith('until-invalid', arranged);
    return { ...answer, values: typedIn(form), errors: sentences, ...(notice && { notice }) };
  }

  if (what === 'discard')
    return settled(
      await saveFront(db, actor, { slug, basedOn, arranged: null }, now),
      'fronts.discarded',
      arranged,
    );
  if (what === 'publish')
    return settled(
      await publishFront(db, actor, { slug, basedOn, arranged }, now),
      'fronts.isPublished',
      arranged,
    );
  if (what === 'edition') {
    const number = Number(rest[0]);
    return settled(
      await restoreEdition(db, actor, { slug, basedOn, number }, now),
      'fronts.isRestored',
      arranged,
    );
  }

  const step = await stepOf(what, rest);
  if (step === 'nothing') return refusedWith('nothing-to-do', arranged);
  const wanted = step ? rearrange(arranged, step) : arranged;
  if (!wanted) return refusedWith('nothing-to-do', arranged);
  const outcome = await saveFront(db, actor, { slug, basedOn, arranged: wanted }, now);
  const answer = await settled(outcome, 'fronts.saved', wanted);
  const place = step && 'to' in step ? step.to : step && 'place' in step ? step.place : null;
  if (!outcome.ok || !place) return answer;
  const button = what === 'up' || what === 'down' ? what : 'grab';
  return { ...answer, focus: { place: `${place.container} ${place.slot}`, button } };

  async function settled(
    outcome: { ok: true } | { ok: false; code: FrontRefusal },
    sentence: 'fronts.saved' | 'fronts.discarded' | 'fronts.isPublished' | 'fronts.isRestored',
    mine: Arrangement,
  ): Promise<FrontFormState> {
    if (!outcome.ok) return refusedWith(outcome.code, mine);
    const board = await boardOf(slug, say, null, db, now);
    return { values, errors: {}, notice: { kind: 'done', text: say(sentence) }, ...(board && { board }) };
  }

  /** The board as it was typed, based on what it was based on: nothing of it is lost. */
  async function refusedWith(
    code: FrontRefusal | 'broken' | 'until-invalid',
    mine: Arrangement | null,
  ): Promise<FrontFormState> {
    const board = await boardOf(slug, say, mine, db, now);
    const state = await frontState(slug, db);
    const text = say(`fronts.${code}`, { max: frontLimits.headline });
    return {
      values,
      errors: {},
      notice: { kind: 'refused', text },
      ...(board && { board: mine ? { ...board, version: basedOn } : board }),
      ...(code === 'stale' && state && { newer: state.version }),
    };
  }

  /** Null: nothing but to keep what is typed. */
  async function stepOf(
    does: string,
    [one = '', two = '', three = '', four = '']: string[],
  ): Promise<Step | null | 'nothing'> {
    const place: Place = { container: one, slot: Number(two) };
    switch (does) {
      case 'add':
      case 'put': {
        const storyId = idIn(one);
        const [container = '', slot = ''] = does === 'put' ? [two, three] : textOf(form, 'into').split(' ');
        return storyId ? { kind: 'insert', place: { container, slot: Number(slot) }, storyId } : 'nothing';
      }
      case 'hold': {
        const storyId = await shownAt(place);
        return storyId === null ? 'nothing' : { kind: 'pin', place, storyId };
      }
      case 'unpin':
        return { kind: 'unpin', place };
      case 'up':
      case 'down': {
        const to = arranged && neighbourOf(arranged, place, does === 'up' ? -1 : 1);
        return to ? { kind: 'swap', from: place, to, shown: await shownAt(place) } : 'nothing';
      }
      case 'swap':
        return {
          kind: 'swap',
          from: place,
          to: { container: three, slot: Number(four) },
          shown: await shownAt(place),
        };
      case 'container-up':
      case 'container-down':
      case 'remove-container':
        return { kind: does, container: one };
      case 'add-container': {
        const layout = layoutNamed(textOf(form, 'newLayout'));
        const section = textOf(form, 'newSection');
        const isKnown = section === '' || (await frontState(section, db)) !== null;
        return layout && isKnown ? { kind: 'add-container', layout, section } : 'nothing';
      }
      default:
        return null;
    }
  }

  /** The story that stands in a place now: moved or pinned, it is that one. */
  async function shownAt({ container, slot }: Place): Promise<number | null> {
    if (!arranged) return null;
    const { filled } = await fillFromStore(db, arranged, now);
    return filled.find((each) => each.container.id === container)?.slots[slot]?.row.id ?? null;
  }
}
