'use server';

import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { isScripted } from '@/app/admin/stories/answer';
import { getDb } from '@/db/client';
import type { LiveFormState } from '@/lib/forms/live-form-state';
import { fieldsIn, formKeyIn, idIn, textOf } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { asStaff } from '@/lib/people/require-staff';
import type { Result } from '@/lib/result';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { deskLivePost } from '@/lib/stories/for-desk/live-desk';
import { type EditLivePostRefusal, editLivePost } from '@/lib/stories/live/edit-live-post';
import { endLive, resumeLive } from '@/lib/stories/live/end-live';
import { type LivePostFields, livePostLimits } from '@/lib/stories/live/live-post-fields';
import type { LiveRefusal } from '@/lib/stories/live/live-story';
import { type PostLiveRefusal, postLive } from '@/lib/stories/live/post-live';
import { type RemoveLivePostRefusal, removeLivePost } from '@/lib/stories/live/remove-live-post';

/** Every button of a live story's desk. What is refused stands in its form again, as it was typed. */
export async function writeLive(_: LiveFormState, form: FormData): Promise<LiveFormState> {
  return asStaff('write-story', form, (actor) => write(actor, form));
}

type LiveDeskRefusal = LiveRefusal | PostLiveRefusal | EditLivePostRefusal | RemoveLivePostRefusal;
type LiveOutcome = Result<unknown, LiveDeskRefusal>;
type Did = 'post' | 'edit' | 'remove' | 'end' | 'resume';

async function write(actor: StaffMember, form: FormData): Promise<LiveFormState> {
  const db = getDb();
  const which = {
    storyId: idIn(textOf(form, 'storyId')) ?? 0,
    postId: idIn(textOf(form, 'postId')) ?? 0,
    basedOn: idIn(textOf(form, 'basedOn')) ?? 0,
  };
  const { storyId } = which;
  switch (textOf(form, 'do')) {
    case 'edit': {
      const edited = await editLivePost(db, actor, { ...which, ...typedPost(form) });
      const answered = await answer(form, storyId, 'edit', edited);
      return edited.ok ? { ...answered, basedOn: String(edited.value.version) } : answered;
    }
    case 'remove':
      return answer(form, storyId, 'remove', await removeLivePost(db, actor, which));
    case 'end':
      return answer(form, storyId, 'end', await endLive(db, actor, { storyId }));
    case 'resume':
      return answer(form, storyId, 'resume', await resumeLive(db, actor, { storyId }));
    default: {
      const wanted = { storyId, formKey: formKeyIn(form), ...typedPost(form) };
      const answered = await answer(form, storyId, 'post', await postLive(db, actor, wanted));
      return answered.did ? { ...answered, formKey: randomUUID() } : answered;
    }
  }
}

/** A picture that is no number is one that nobody has, and is refused as such. */
function typedPost(form: FormData): LivePostFields {
  const picture = textOf(form, 'pictureId');
  return {
    headline: textOf(form, 'headline'),
    body: textOf(form, 'body'),
    pictureId: picture === '' ? null : (idIn(picture) ?? -1),
    isKey: textOf(form, 'isKey') === 'on',
    isPinned: textOf(form, 'isPinned') === 'on',
  };
}

const sentences = {
  forbidden: 'admin.noPermission',
  'not-found': 'storyDesk.notFound',
  'wrong-state': 'live.wrongState',
  ended: 'live.isOver',
  gone: 'live.gone',
  stale: 'live.stale',
  empty: 'live.empty',
  'too-long': 'live.tooLong',
  'picture-unknown': 'live.pictureUnknown',
  'picture-undescribed': 'live.pictureUndescribed',
} as const satisfies Record<LiveDeskRefusal, LabelKey>;

const doneSentences: Readonly<Record<Did, LabelKey>> = {
  post: 'live.didPost',
  edit: 'live.didEdit',
  remove: 'live.didRemove',
  end: 'live.didEnd',
  resume: 'live.didResume',
};

/**
 * Done: without script to the page anew, where an empty form waits for the next post. With script the page stays, for
 * whoever writes on while this was on its way.
 */
async function answer(
  form: FormData,
  storyId: number,
  did: Did,
  outcome: LiveOutcome,
): Promise<LiveFormState> {
  if (outcome.ok && !(await isScripted())) redirect(`/admin/stories/${storyId}/live?did=${did}`);
  const { say } = await readSite();
  if (outcome.ok) {
    const notice = { kind: 'done', text: say(doneSentences[did]) } as const;
    return { values: {}, errors: {}, notice, did };
  }
  const max = livePostLimits[outcome.field === 'headline' ? 'headline' : 'body'];
  const text = say(sentences[outcome.code], { max });
  const values = { ...fieldsIn(form), ...(outcome.code === 'stale' ? await asSavedNow(form, storyId) : {}) };
  if (outcome.field) return { values, errors: { [outcome.field]: text } };
  return { values, errors: {}, notice: { kind: 'refused', text } };
}

/** What another has made of the post meanwhile: to be seen beside one's own, and to be based on from now. */
async function asSavedNow(form: FormData, storyId: number): Promise<Record<string, string>> {
  const now = await deskLivePost(storyId, idIn(textOf(form, 'postId')) ?? 0);
  return now ? { basedOn: String(now.version), savedHeadline: now.headline, savedBody: now.body } : {};
}
