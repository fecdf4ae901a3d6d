import { typedIn } from '@/lib/forms/read-form';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { StaffMember } from '@/lib/people/actor';
import { currentStaff, staffOrRefusal } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';
import { deskStory } from '@/lib/stories/desk';
import { refusalSentence } from '@/lib/stories/refusal-sentence';
import { faultsIn, type StoryFields, tidyFields } from '@/lib/stories/story-fields';
import { shownStory } from '@/lib/stories/typed-story';

export interface StoryRefusal {
  ok: false;
  code: string;
  field?: string;
}

/** Who sends the story's form; or the form again, as typed, with a way to sign in beside it. */
export async function writerOrRefusal(
  form: FormData,
): Promise<{ ok: true; actor: StaffMember } | { ok: false; refusal: StoryFormState }> {
  const who = await staffOrRefusal('write-story', form);
  if (who.ok) return who;
  return { ok: false, refusal: { ...who.refusal, isSignedOut: (await currentStaff()) === null } };
}

/** The form again, as typed: every fault at its field at once, not one a try. */
export async function answerTo(
  refusal: StoryRefusal,
  form: FormData,
  { fields, goesToReaders, basedOn }: { fields: StoryFields; goesToReaders: boolean; basedOn?: number },
): Promise<StoryFormState> {
  const { say } = await readSite();
  const tidy = tidyFields(fields);
  const faults: { code: string; field?: string }[] = [
    ...(refusal.field === undefined ? [] : [refusal]),
    ...faultsIn(tidy),
    ...(goesToReaders && tidy.body === '' ? [{ code: 'missing', field: 'body' }] : []),
  ];
  const errors: Record<string, string> = {};
  for (const { code, field } of faults) if (field) errors[field] ??= refusalSentence(say, code, field);

  const isAtField = refusal.field !== undefined;
  const notice = say(basedOn === undefined ? 'storyDesk.notSaved' : 'storyDesk.savedOnly');
  return {
    values: typedIn(form),
    errors: isAtField ? errors : {},
    notice: { kind: 'refused', text: isAtField ? notice : refusalSentence(say, refusal.code) },
    ...(basedOn === undefined ? {} : { basedOn }),
  };
}

/** The form as typed, beside what another has saved meanwhile, and based on that: the next save keeps this one. */
export async function answerToStale(
  form: FormData,
  fields: StoryFields,
  storyId: number,
  actor: StaffMember,
): Promise<StoryFormState> {
  const { say } = await readSite();
  const desk = await deskStory(storyId, actor);
  if (!desk)
    return {
      values: typedIn(form),
      errors: {},
      notice: { kind: 'refused', text: say('storyDesk.notFound') },
    };

  const now = shownStory(desk.story);
  const mine = shownStory(tidyFields(fields));
  const differing = Object.entries(now).filter(([field, text]) => text !== mine[field]);
  return {
    values: typedIn(form),
    errors: {},
    notice: { kind: 'refused', text: say('storyDesk.stale') },
    basedOn: desk.story.version,
    theirs: Object.fromEntries(differing),
  };
}
