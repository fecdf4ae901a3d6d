'use server';

import { createHash } from 'node:crypto';
import { toBengaliDigits } from '@barta/bengali/digits';
import { truncateGraphemes } from '@barta/bengali/graphemes';
import { markListedWords } from '@barta/bengali/word-filter/mark-listed-words';
import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { deskRulePreview, deskRules } from '@/lib/comments/rules/listing';
import { type RuleDraft, ruleDraftIn, ruleFault } from '@/lib/comments/rules/rule-form';
import { type RuleRefusal, saveRule } from '@/lib/comments/rules/save-rule';
import { setStrictness } from '@/lib/comments/rules/set-strictness';
import type { FormState } from '@/lib/forms/form-state';
import { fieldsIn, textOf } from '@/lib/forms/read-form';
import type { RuleFormState } from '@/lib/forms/rule-form-state';
import { asStaff } from '@/lib/people/require-staff';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

/** Tries a rule on the latest comments, and keeps it once it has been tried as it stands. */
export async function tryOrSaveRule(_: RuleFormState, form: FormData): Promise<RuleFormState> {
  return asStaff('moderate', form, async (actor) => {
    const { say } = await readSite();
    const draft = ruleDraftIn(form);
    const wrong = ruleFault(draft);
    if (wrong) return refusing(form, say(faults[wrong.fault]), wrong.field);

    const mark = markOf(draft);
    const wantsSave = textOf(form, 'do') === 'save';
    if (wantsSave && textOf(form, 'tried') === mark) {
      const outcome = await saveRule(getDb(), actor, draft);
      if (!outcome.ok) return refusing(form, say(faults[outcome.code]), outcome.field);
      redirect(`/admin/comments/rules?did=rule&at=${Date.now()}`);
    }
    const text = say(
      wantsSave && textOf(form, 'tried') !== '' ? 'moderation.ruleTryFirst' : 'moderation.ruleTried',
    );
    return {
      values: fieldsIn(form, ['do', 'tried']),
      errors: {},
      notice: { kind: 'done', text },
      preview: await previewOf(draft),
      tried: mark,
    };
  });
}

/** What the rule says, without who looks at it: a change of one letter is another rule. */
function markOf({ basedOn, ...rule }: RuleDraft): string {
  return createHash('sha256').update(JSON.stringify(rule)).digest('base64url').slice(0, 16);
}

async function previewOf(draft: RuleDraft): Promise<NonNullable<RuleFormState['preview']>> {
  const { say, labelSet } = await readSite();
  const preview = await deskRulePreview(draft);
  const number = (count: number) => (labelSet === 'bn' ? toBengaliDigits(count) : String(count));
  const facts = [
    { term: say('moderation.previewHeld'), value: number(preview.held) },
    { term: say('moderation.previewHidden'), value: number(preview.hidden) },
    { term: say('moderation.previewVisible'), value: number(preview.visibleToday) },
  ];
  if (draft.id !== null) facts.push({ term: say('moderation.previewFreed'), value: number(preview.freed) });
  return {
    title: say('moderation.previewTitle', { count: preview.looked }),
    facts,
    some:
      preview.met.length === 0
        ? say('moderation.previewNone')
        : say('moderation.previewSome', { count: preview.met.length }),
    met: preview.met.map(({ comment, effect, words }) => ({
      id: comment.id,
      name: comment.name,
      effect: say(`moderation.ruleEffect.${effect}`),
      state: say(`moderation.state.${comment.state}`),
      parts: markListedWords(truncateGraphemes(comment.body, 400, '…'), words),
    })),
  };
}

const faults: Record<RuleRefusal, LabelKey> = {
  forbidden: 'admin.noPermission',
  stale: 'moderation.ruleStale',
  'unknown-rule': 'moderation.ruleUnknown',
  'unknown-section': 'moderation.ruleNoSection',
  'no-name': 'moderation.ruleNoName',
  'name-too-long': 'moderation.ruleNameLong',
  'no-words': 'moderation.ruleNoWords',
  'too-many-words': 'moderation.ruleManyWords',
  'word-too-long': 'moderation.ruleLongWord',
  'no-number': 'moderation.ruleNoNumber',
  'no-hours': 'moderation.ruleNoHours',
};

function refusing(form: FormData, text: string, field?: string): RuleFormState {
  const values = fieldsIn(form, ['do', 'tried']);
  if (field) return { values, errors: { [field]: text } };
  return { values, errors: {}, notice: { kind: 'refused', text } };
}

/** How strict each section is; those that were not changed stay untouched. */
export async function saveStrictness(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('moderate', form, async (actor) => {
    const chosen = (await deskRules()).sections
      .map(({ id }) => ({ sectionId: id, strictness: textOf(form, `section-${id}`) }))
      .filter(({ strictness }) => strictness !== '');
    if (chosen.length === 0) return refusing(form, (await readSite()).say('form.expired'));
    for (const change of chosen) await setStrictness(getDb(), actor, change);
    redirect(`/admin/comments/rules?did=strictness&at=${Date.now()}`);
  });
}
