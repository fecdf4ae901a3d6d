'use client';

import { useRef } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area.client';
import { usePreservedInput } from '@/components/ui/use-preserved-input.client';
import { untouched } from '@/lib/forms/form-state';
import type { RuleFormState } from '@/lib/forms/rule-form-state';
import { RulePreview } from './rule-preview';

type RuleOption = { value: string; label: string };

interface RuleFormProps {
  action: (state: RuleFormState, form: FormData) => Promise<RuleFormState>;
  rule: Record<'ruleId' | 'basedOn' | 'kind' | 'name' | 'pattern' | 'effect' | 'sectionId' | 'isOn', string>;
  kinds: readonly RuleOption[];
  effects: readonly RuleOption[];
  sections: readonly RuleOption[];
  words: Record<
    | 'kind'
    | 'name'
    | 'pattern'
    | 'patternHint'
    | 'effect'
    | 'section'
    | 'anySection'
    | 'isOn'
    | 'tryIt'
    | 'save'
    | 'another',
    string
  >;
}

/** One rule: first what it would have done to the latest comments, then to keep it. */
export function RuleForm({ action, rule, kinds, effects, sections, words }: RuleFormProps) {
  const [state, submit, isSending] = useRetrySafeForm<RuleFormState>(action, untouched);
  const form = useRef<HTMLFormElement>(null);
  usePreservedInput(form, isSending);
  const hasSubmittedValues = Object.keys(state.values).length > 0;
  // An unticked box sends nothing: once something was typed, what is missing is off.
  const now = hasSubmittedValues ? { ...rule, isOn: '', ...state.values } : rule;
  return (
    <div className="panel__in stack gap-[0.6rem] grid">
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <form ref={form} action={submit} noValidate className="sift__in">
        <input type="hidden" name="ruleId" value={rule.ruleId} />
        <input type="hidden" name="basedOn" value={rule.basedOn} />
        <input type="hidden" name="tried" value={state.tried ?? ''} />
        <RuleFields rule={now} errors={state.errors} {...{ kinds, effects, sections, words }} />
        <div className="gap-y-[0.4rem] gap-x-[1.2rem] col-span-full flex flex-wrap">
          <Button kind={state.preview ? 'plain' : 'ink'} icon="eye" name="do" value="try">
            {words.tryIt}
          </Button>
          <Button kind={state.preview ? 'ink' : 'plain'} icon="check" name="do" value="save">
            {words.save}
          </Button>
          {rule.ruleId !== '' && <ButtonLink href="/admin/comments/rules#rule">{words.another}</ButtonLink>}
        </div>
      </form>
      {state.preview && <RulePreview preview={state.preview} />}
    </div>
  );
}

function RuleFields({
  rule,
  errors,
  kinds,
  effects,
  sections,
  words,
}: Omit<RuleFormProps, 'action'> & { errors: RuleFormState['errors'] }) {
  return (
    <>
      <Field name="name" id="rule-name" label={words.name} value={rule.name} error={errors.name} required />
      <Select name="kind" id="rule-kind" label={words.kind} options={kinds} value={rule.kind} />
      <Select name="effect" id="rule-effect" label={words.effect} options={effects} value={rule.effect} />
      <Select
        name="sectionId"
        id="rule-section"
        label={words.section}
        empty={words.anySection}
        options={sections}
        value={rule.sectionId}
        error={errors.sectionId}
      />
      <div className="col-span-full">
        <TextArea
          name="pattern"
          id="rule-pattern"
          label={words.pattern}
          hint={words.patternHint}
          rows={5}
          value={rule.pattern}
          error={errors.pattern}
        />
      </div>
      <div className="gap-y-[0.4rem] gap-x-[1.2rem] col-span-full flex flex-wrap">
        <Checkbox name="isOn" id="rule-on" value="1" label={words.isOn} checked={rule.isOn === '1'} />
      </div>
    </>
  );
}
