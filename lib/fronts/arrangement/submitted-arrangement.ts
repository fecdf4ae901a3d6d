import { normalise } from '@barta/bengali/normalise';
import { dhakaTimeIn } from '@/lib/forms/dhaka-time';
import { textOf } from '@/lib/forms/read-form';
import { type Arrangement, arrangementIn, arrangementInText } from './arrangement';
import { layoutNamed } from './layouts';
import { withLayout } from './rearrange';

/**
 * The arrangement in a board's form with the typed fields applied; null if there is none. `errors`: the invalid
 * fields. `asItIs`: without the typed fields.
 */
export function submittedArrangement(
  form: FormData,
  asItIs: boolean,
): { arranged: Arrangement | null; errors: Record<string, true> } {
  const carried = arrangementInText(textOf(form, 'arrangement'));
  const errors: Record<string, true> = {};
  if (!carried || asItIs) return { arranged: carried, errors };

  const containers = carried.containers.map((container) => {
    const slots = container.slots.map((slot, index) => {
      const place = `${container.id} ${index}`;
      const from = form.has(`${place} from`) ? textOf(form, `${place} from`) : slot.from;
      return { from, pin: slot.pin && { ...slot.pin, ...typedPin(place) } };
    });
    const title = form.has(`${container.id} title`)
      ? oneLine(textOf(form, `${container.id} title`))
      : container.title;
    return { ...container, title, slots };
  });
  const arranged = arrangementIn({ version: 1, containers });
  if (!arranged) return { arranged: null, errors };
  return {
    arranged: {
      version: 1,
      containers: arranged.containers.map((container) =>
        withLayout(container, layoutNamed(textOf(form, `${container.id} layout`)) ?? container.layout),
      ),
    },
    errors,
  };

  function typedPin(place: string): { headline?: string; until?: number | null } {
    const input: { headline?: string; until?: number | null } = {};
    if (form.has(`${place} headline`)) input.headline = oneLine(textOf(form, `${place} headline`));
    const until = textOf(form, `${place} until`);
    const at = dhakaTimeIn(until);
    if (until !== '' && at === null) errors[`${place} until`] = true;
    else if (form.has(`${place} until`)) input.until = at?.getTime() ?? null;
    return input;
  }
}

function oneLine(text: string): string {
  return normalise(text).replace(/\s+/gu, ' ').trim();
}
