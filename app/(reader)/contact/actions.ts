'use server';

import { senderRefused, tipErrors, tipRefused, tipSender } from '@/app/tip-answer';
import { getDb } from '@/db/client';
import { isDiskFull } from '@/lib/forms/disk-full';
import { readSite } from '@/lib/site/reading';
import { sendTip } from '@/lib/tips/send-tip';
import { readTipDraft } from '@/lib/tips/tip-draft';
import type { TipFormState } from '@/lib/tips/tip-form-state';

/** A message to the desk. The name is in readers' pages: keep it. */
export async function sendMessage(_: TipFormState, form: FormData): Promise<TipFormState> {
  const { say } = await readSite();
  const { draft, faults } = readTipDraft(form, 'message');
  const errors = tipErrors(faults, say);
  const count = Object.keys(errors).length;
  if (count > 0) return { ...tipRefused(form, say('form.errorSummary', { count })), errors };

  const now = new Date();
  const signals = await tipSender(form, 'message', now);
  const outcome = await sendTip(getDb(), draft, [], signals, now).catch((error) => {
    // An error page would take the message away.
    if (isDiskFull(error)) return 'disk-full' as const;
    throw error;
  });
  if (outcome === 'disk-full') return tipRefused(form, say('tips.notSaved'));
  if (!outcome.ok) return senderRefused(form, outcome.code, say);
  return { values: {}, errors: {}, notice: { kind: 'done', text: say('tips.messageSent') } };
}
