'use server';

import { senderRefused, tipErrors, tipFormValues, tipKey, tipRefused, tipSender } from '@/app/tip-answer';
import { getDb } from '@/db/client';
import type { CommentSignals } from '@/lib/comments/posting/signals';
import { isDiskFull } from '@/lib/forms/disk-full';
import { textOf } from '@/lib/forms/read-form';
import { saveReaderPicture } from '@/lib/pictures/library/save-reader-picture';
import { getWaitingStore } from '@/lib/pictures/picture-store';
import { pictureSentence } from '@/lib/pictures/refusal-sentence';
import { filesIn } from '@/lib/pictures/uploaded-files';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { faultOfSender, sendTip } from '@/lib/tips/send-tip';
import { readTipDraft, tipLimits } from '@/lib/tips/tip-draft';
import type { TipFormState } from '@/lib/tips/tip-form-state';
import { mayUploadPicture } from '@/lib/tips/upload-rate-limit';
import { readUploadedPictures, writeUploadedPictures } from '@/lib/tips/uploaded-pictures-field';

/** Whoever waits for the page sees it within the edge server's 30 s. */
const patienceMs = 18_000;

/** News with up to five pictures. What is wrong with one of them stops neither the words nor the others from being kept. */
export async function sendNews(_: TipFormState, form: FormData): Promise<TipFormState> {
  const { say } = await readSite();
  const now = new Date();
  const { draft, faults } = readTipDraft(form, 'news');
  const signals = await tipSender(form, 'news', now);
  try {
    // No picture is unpacked for a sender who may not send.
    const fault = faultOfSender(getDb(), signals, now);
    if (fault) return senderRefused(form, fault, say);
    const pictures = draft.trap === '' ? await picturesIn(form, signals, say, now) : { ids: [], faults: [] };

    const errors = tipErrors(faults, say);
    if (pictures.faults.length > 0) errors.pictures = pictures.faults.join(' ');
    const count = Object.keys(errors).length;
    if (count > 0) {
      const { ids } = pictures;
      return {
        values: tipFormValues(form),
        errors,
        notice: { kind: 'refused', text: say('form.errorSummary', { count }) },
        ...(ids.length > 0 && {
          uploaded: { field: writeUploadedPictures(ids, tipKey()), count: ids.length },
        }),
      };
    }
    const outcome = await sendTip(getDb(), draft, pictures.ids, signals, now);
    if (!outcome.ok) return senderRefused(form, outcome.code, say);
    return { values: {}, errors: {}, notice: { kind: 'done', text: say('tips.newsSent') } };
  } catch (error) {
    // An error page would take the words away.
    if (isDiskFull(error)) return tipRefused(form, say('tips.notSaved'));
    throw error;
  }
}

/** The pictures that are kept now, those of an earlier try first, and a sentence for each file that is not. */
async function picturesIn(form: FormData, signals: CommentSignals, say: Say, now: Date) {
  const ids = readUploadedPictures(textOf(form, 'kept'), tipKey());
  const faults: string[] = [];
  const until = now.getTime() + patienceMs;
  const waiting = getWaitingStore();
  for (const file of filesIn(form, 'pictures')) {
    const refuse = (text: string) => faults.push(say('tips.fileRefused', { name: file.name, text }));
    if (ids.length >= tipLimits.pictures) {
      refuse(say('tips.tooManyPictures', { count: tipLimits.pictures }));
    } else if (!mayUploadPicture(signals.isLocal ? '' : signals.network, now) || Date.now() > until) {
      refuse(pictureSentence(say, 'picture-busy'));
    } else {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const kept = await saveReaderPicture(getDb(), waiting, bytes, now);
      if (!kept.ok) refuse(pictureSentence(say, kept.code));
      else if (!ids.includes(kept.value.pictureId)) ids.push(kept.value.pictureId);
    }
  }
  return { ids, faults };
}
