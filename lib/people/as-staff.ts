import type { FormState } from '@/lib/forms/form-state';
import { unlessDiskFull } from '@/lib/forms/unless-disk-full';
import type { StaffMember } from './actor';
import type { Permit } from './may';
import { staffOrRefusal } from './require-staff';

/**
 * All that a form of the desk does, by whoever may. Nobody, the wrong role and a disk without room get the form again,
 * with everything that was typed and a sentence.
 *
 *     return asStaff('publish-story', form, async (actor) => {
 *       const outcome = await publishStory(getDb(), actor, …);
 */
export async function asStaff<State extends FormState>(
  permit: Permit,
  form: FormData,
  work: (actor: StaffMember) => Promise<State>,
): Promise<State | FormState> {
  return unlessDiskFull<State | FormState>(form, async () => {
    const who = await staffOrRefusal(permit, form);
    return who.ok ? work(who.actor) : who.refusal;
  });
}
