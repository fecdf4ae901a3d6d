import { readSite } from '@/lib/site/reading';
import { isDiskFull } from './disk-full';
import type { FormState } from './form-state';
import { secretFields, typedIn } from './read-form';

/** The form again, as typed, when the disk has no room for it: an error page would take the text away. */
export async function unlessDiskFull<State extends FormState>(
  form: FormData,
  answer: () => Promise<State>,
): Promise<State | FormState> {
  try {
    return await answer();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    const { say } = await readSite();
    const notice = { kind: 'refused', text: say('keeping.diskFull') } as const;
    return { values: typedIn(form, secretFields), errors: {}, notice };
  }
}
