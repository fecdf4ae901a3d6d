import { headers } from 'next/headers';
import { fieldsIn, textOf } from '@/lib/forms/read-form';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { StaffMember } from '@/lib/people/actor';
import { currentStaff, staffOrRefusal } from '@/lib/people/require-staff';
import { type Refused, refused } from '@/lib/result';
import { readSite } from '@/lib/site/reading';
import { fieldLabel, type StoryFields } from '@/lib/stories/fields/catalogue';
import { faultsIn, tidyFields } from '@/lib/stories/fields/check-fields';
import { isEmptyBody } from '@/lib/stories/fields/writing/body';
import { deskUndescribed } from '@/lib/stories/for-desk/desk';
import { refusalSentence, type StoryRefusal } from '@/lib/stories/for-desk/refusal-sentence';
import type { MergeChoice } from '@/lib/stories/versions/merge/merge-story';
import type { SavedMerge } from '@/lib/stories/versions/merge/merge-with-saved';

/** Who sends the story's form; or the form again, as typed, with a way to sign in beside it. */
export async function writerOrRefusal(
  form: FormData,
): Promise<{ ok: true; actor: StaffMember } | { ok: false; refusal: StoryFormState }> {
  const who = await staffOrRefusal('write-story', form);
  if (who.ok) return who;
  return { ok: false, refusal: { ...who.refusal, isSignedOut: (await currentStaff()) === null } };
}

/** Whether the page's own script has sent the form, and can take an answer without a new page. */
export async function isScripted(): Promise<boolean> {
  return (await headers()).has('next-action');
}

/** The form again, as typed: every fault at its field at once, not one a try. */
export async function answerTo(
  refusal: Refused<StoryRefusal>,
  form: FormData,
  { fields, goesToReaders, basedOn }: { fields: StoryFields; goesToReaders: boolean; basedOn?: number },
): Promise<StoryFormState> {
  const { say } = await readSite();
  const tidy = tidyFields(fields);
  const faults: { code: StoryRefusal; field?: string }[] = [
    ...(refusal.field === undefined ? [] : [refusal]),
    ...faultsIn(tidy),
    ...(goesToReaders && tidy.section === '' ? [refused('missing', 'section')] : []),
    ...(goesToReaders && isEmptyBody(tidy.body) ? [refused('missing', 'body')] : []),
  ];
  const errors: Record<string, string> = {};
  for (const { code, field } of faults) if (field) errors[field] ??= refusalSentence(say, code, field);

  const undescribed = refusal.code === 'undescribed' ? deskUndescribed(tidy) : null;
  if (undescribed) errors.body = say('media.undescribedAt', { block: undescribed.block });

  const isAtField = refusal.field !== undefined;
  const notice = say(basedOn === undefined ? 'storyDesk.notSaved' : 'storyDesk.savedOnly');
  return {
    values: fieldsIn(form),
    errors: isAtField ? errors : {},
    notice: { kind: 'refused', text: isAtField ? notice : refusalSentence(say, refusal.code) },
    ...(basedOn === undefined ? {} : { basedOn }),
    ...(undescribed ? { undescribed } : {}),
  };
}

/**
 * The form as typed, beside both texts merged: to be looked through, chosen from and confirmed. It stays based on what
 * it was, so that whatever is still changed in it is merged again.
 */
export async function answerToStale(
  form: FormData,
  merged: SavedMerge,
  isUnsettled: boolean,
): Promise<StoryFormState> {
  const { say } = await readSite();
  const by = merged.by ?? say('versions.byNewsroom');
  return {
    values: fieldsIn(form),
    errors: {},
    notice: {
      kind: 'refused',
      text: isUnsettled ? say('versions.chooseFirst') : say('versions.merged', { name: by }),
    },
    merge: {
      version: merged.version,
      by,
      fields: merged.differing.map(({ field, stretches, inWords }) => ({
        field,
        label: say(fieldLabel(field)),
        stretches: stretches.map((stretch) =>
          stretch.from === 'conflict'
            ? {
                from: stretch.from,
                key: stretch.key,
                mine: inWords(stretch.mine),
                theirs: inWords(stretch.theirs),
                // What each has put in at one place can simply stand one after the other.
                chosen:
                  textOf(form, `merge-${stretch.key}`) ||
                  (field === 'body' && stretch.was.length === 0 ? 'both' : ''),
              }
            : {
                from: stretch.from,
                text: inWords(stretch.blocks),
                was: inWords(stretch.was),
              },
        ),
      })),
    },
  };
}

/** Which of the two a conflict's radio button says; both only where both can stand. */
export function choiceIn(form: FormData): (key: string) => MergeChoice | undefined {
  return (key) => choices.find((choice) => choice === textOf(form, `merge-${key}`));
}

const choices: readonly MergeChoice[] = ['mine', 'theirs', 'both'];
