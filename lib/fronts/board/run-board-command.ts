import type { AppDb } from '@/db/client';
import type { FrontFormState } from '@/lib/forms/front-form-state';
import { fieldsIn, textOf } from '@/lib/forms/read-form';
import type { Actor } from '@/lib/people/actor';
import type { Say } from '@/lib/site/labels';
import { type Arrangement, frontLimits } from '../arrangement/arrangement';
import { type ArrangementChange, rearrange } from '../arrangement/rearrange';
import { submittedArrangement } from '../arrangement/submitted-arrangement';
import type { FrontRefusal } from '../front-rows';
import { publishFront } from '../publish-front';
import { restoreEdition } from '../restore-edition';
import { saveFront } from '../save-front';
import { boardChange } from './board-change';
import { buildBoard, frontState } from './build-board';

/** One submit of the board: the pressed button as a command with arguments, and the form's fields. */
interface BoardRequest {
  db: AppDb;
  actor: Actor;
  form: FormData;
  say: Say;
  now: Date;
  slug: string;
  command: string;
  args: string[];
  /** The version of the front that the submit is based on. */
  basedOn: number;
}

/** Runs the command of the pressed button (`do`) and returns the resulting board. */
export async function runBoardCommand(
  db: AppDb,
  actor: Actor,
  form: FormData,
  say: Say,
  now = new Date(),
): Promise<FrontFormState> {
  const [command = '', ...args] = textOf(form, 'do').split(' ');
  const slug = textOf(form, 'slug');
  const basedOn = command === 'keep' ? Number(args[0]) : Number(textOf(form, 'basedOn'));
  const request = { db, actor, form, say, now, slug, command, args, basedOn };
  const { arranged, errors } = submittedArrangement(form, command === 'back');

  if (!arranged) return refusedAnswer(request, 'broken', null);
  if (Object.keys(errors).length > 0) return invalidAnswer(request, Object.keys(errors), arranged);
  switch (command) {
    case 'discard':
      return answerTo(
        request,
        await saveFront(db, actor, { slug, basedOn, arranged: null }, now),
        'fronts.discarded',
        arranged,
      );
    case 'publish':
      return answerTo(
        request,
        await publishFront(db, actor, { slug, basedOn, arranged }, now),
        'fronts.isPublished',
        arranged,
      );
    case 'edition':
      return answerTo(
        request,
        await restoreEdition(db, actor, { slug, basedOn, number: Number(args[0]) }, now),
        'fronts.isRestored',
        arranged,
      );
    default:
      return changeAndSave(request, arranged);
  }
}

async function changeAndSave(request: BoardRequest, arranged: Arrangement): Promise<FrontFormState> {
  const { db, actor, slug, basedOn, command, now } = request;
  const change = await boardChange({ ...request, arranged });
  if (change === 'impossible') return refusedAnswer(request, 'nothing-to-do', arranged);
  const changed = change ? rearrange(arranged, change) : arranged;
  if (!changed) return refusedAnswer(request, 'nothing-to-do', arranged);
  const outcome = await saveFront(db, actor, { slug, basedOn, arranged: changed }, now);
  const answer = await answerTo(request, outcome, 'fronts.saved', changed);
  const position = change && changedPosition(change);
  if (!outcome.ok || !position) return answer;
  const button = command === 'up' || command === 'down' ? command : 'grab';
  return { ...answer, focus: { place: `${position.container} ${position.slot}`, button } };
}

/** Where the changed story is now: it gets the focus. */
function changedPosition(change: ArrangementChange) {
  if ('to' in change) return change.to;
  return 'place' in change ? change.place : null;
}

type DoneLabel = 'fronts.saved' | 'fronts.discarded' | 'fronts.isPublished' | 'fronts.isRestored';

async function answerTo(
  request: BoardRequest,
  outcome: { ok: true } | { ok: false; code: FrontRefusal },
  label: DoneLabel,
  submitted: Arrangement,
): Promise<FrontFormState> {
  if (!outcome.ok) return refusedAnswer(request, outcome.code, submitted);
  const { slug, say, db, now } = request;
  const board = await buildBoard(slug, say, null, db, now);
  return {
    values: keptValues(request),
    errors: {},
    notice: { kind: 'done', text: say(label) },
    ...(board && { board }),
  };
}

/** The board as submitted, on its own base version, so that no input is lost. */
async function refusedAnswer(
  request: BoardRequest,
  code: FrontRefusal | 'broken' | 'until-invalid',
  submitted: Arrangement | null,
): Promise<FrontFormState> {
  const { slug, say, db, now, basedOn } = request;
  const board = await buildBoard(slug, say, submitted, db, now);
  const state = await frontState(slug, db);
  const text = say(`fronts.${code}`, { max: frontLimits.headline });
  return {
    values: keptValues(request),
    errors: {},
    notice: { kind: 'refused', text },
    ...(board && { board: submitted ? { ...board, version: basedOn } : board }),
    ...(code === 'stale' && state && { newer: state.version }),
  };
}

/** Fields with an invalid date: the message is shown at each, with the input. */
async function invalidAnswer(
  request: BoardRequest,
  fields: readonly string[],
  submitted: Arrangement,
): Promise<FrontFormState> {
  const answer = await refusedAnswer(request, 'until-invalid', submitted);
  const errors = Object.fromEntries(fields.map((field) => [field, request.say('fronts.until-invalid')]));
  return { ...answer, values: fieldsIn(request.form), errors };
}

function keptValues({ form }: BoardRequest): FrontFormState['values'] {
  return { into: textOf(form, 'into') };
}
