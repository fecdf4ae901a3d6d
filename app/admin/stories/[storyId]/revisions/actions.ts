'use server';

import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import type { FormState } from '@/lib/forms/form-state';
import { idIn, textOf } from '@/lib/forms/read-form';
import { asStaff } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';
import { refusalSentence } from '@/lib/stories/for-desk/refusal-sentence';
import { restoreRevision } from '@/lib/stories/versions/revisions/restore-revision';
import { storyPageAfter } from '../story-notices';

/** An earlier revision becomes what the story says, as a new version of it. */
export async function bringBack(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('write-story', form, async (actor) => {
    const [storyId, number, basedOn] = ['storyId', 'number', 'basedOn'].map(
      (name) => idIn(textOf(form, name)) ?? 0,
    );

    const outcome = await restoreRevision(getDb(), actor, {
      storyId: storyId ?? 0,
      number: number ?? 0,
      basedOn: basedOn ?? 0,
    });
    if (outcome.ok) redirect(storyPageAfter('restore', storyId ?? 0));

    const { say } = await readSite();
    return { values: {}, errors: {}, notice: { kind: 'refused', text: sentence() } };

    function sentence(): string {
      if (outcome.ok) return '';
      if (outcome.code === 'stale') return say('versions.restoreStale');
      if (outcome.code === 'unknown') return say('versions.restoreUnknown');
      return refusalSentence(say, outcome.code, 'field' in outcome ? outcome.field : undefined);
    }
  });
}
