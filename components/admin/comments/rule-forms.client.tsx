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
import type { FormAction } from './writer-forms.client';

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
  const wasTyped = Object.keys(state.values).length > 0;
  // An unticked box sends nothing: once something was typed, what is missing is off.
  const now = wasTyped ? { ...rule, isOn: '', ...state.values } : rule;
  return (
    <div className="panel__in stack gap-[0.6rem] grid">
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <form ref={form} action={submit} noValidate className="sift__in">
        <input type="hidden" name="ruleId" value={rule.ruleId} />
        <input type="hidden" name="basedOn" value={rule.basedOn} />
        <input type="hidden" name="tried" value={state.tried ?? ''} />
        <Field
          name="name"
          id="rule-name"
          label={words.name}
          value={now.name}
          error={state.errors.name}
          required
        />
        <Select name="kind" id="rule-kind" label={words.kind} options={kinds} value={now.kind} />
        <Select name="effect" id="rule-effect" label={words.effect} options={effects} value={now.effect} />
        <Select
          name="sectionId"
          id="rule-section"
          label={words.section}
          empty={words.anySection}
          options={sections}
          value={now.sectionId}
          error={state.errors.sectionId}
        />
        <div className="col-span-full">
          <TextArea
            name="pattern"
            id="rule-pattern"
            label={words.pattern}
            hint={words.patternHint}
            rows={5}
            value={now.pattern}
            error={state.errors.pattern}
          />
        </div>
        <div className="gap-y-[0.4rem] gap-x-[1.2rem] col-span-full flex flex-wrap">
          <Checkbox name="isOn" id="rule-on" value="1" label={words.isOn} checked={now.isOn === '1'} />
        </div>
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
      {state.preview && <Preview preview={state.preview} />}
    </div>
  );
}

function Preview({ preview }: { preview: NonNullable<RuleFormState['preview']> }) {
  return (
    <section aria-labelledby="preview-title" className="stack gap-[0.6rem] grid">
      <h3 id="preview-title">{preview.title}</h3>
      <dl className="preview gap-y-[0.35rem] gap-x-4 grid grid-cols-[auto_auto] justify-start">
        {preview.facts.map(({ term, value }) => (
          <div className="contents" key={term}>
            <dt className="text-ink-3">{term}</dt>
            <dd className="font-medium text-right">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">{preview.some}</p>
      <ol className="deeds wrap-anywhere [&_.note]:max-w-176 [&+.meta]:mt-[0.8rem]">
        {preview.met.map((comment) => (
          <li
            className="py-[0.7rem] px-0 gap-y-2 gap-x-4 border-b border-b-rule flex flex-wrap items-center justify-between"
            key={comment.id}
          >
            <div className="flex-[1_1_18rem] wrap-anywhere">
              <p>
                <strong>{comment.name}</strong> <span className="pill pill--warn">{comment.effect}</span>{' '}
                <span className="meta">{comment.state}</span>
              </p>
              <p className="q__text mt-[0.2rem] mb-2 mx-0 text-[1.03rem]/[1.7] max-w-176 whitespace-pre-line wrap-anywhere">
                {comment.parts.map(({ text, isMarked }, place) =>
                  isMarked ? (
                    <mark
                      className="px-[0.1em] bg-warn-wash text-ink [box-shadow:inset_0_-2px_0_var(--color-warn)]"
                      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
                      key={place}
                    >
                      {text}
                    </mark>
                  ) : (
                    text
                  ),
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface StrictnessProps {
  action: FormAction;
  sections: readonly { id: number; name: string; strictness: string }[];
  choices: readonly RuleOption[];
  words: { hint: string; save: string };
}

/** How strict each section is, all in one form. */
export function StrictnessForm({ action, sections, choices, words }: StrictnessProps) {
  const [state, submit] = useRetrySafeForm(action, untouched);
  return (
    <form action={submit} className="panel__in stack gap-[0.6rem] grid">
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <p className="meta">{words.hint}</p>
      <div className="sift__in">
        {sections.map(({ id, name, strictness }) => (
          <Select
            key={id}
            name={`section-${id}`}
            label={name}
            options={choices}
            value={state.values[`section-${id}`] ?? strictness}
          />
        ))}
      </div>
      <p>
        <Button icon="check">{words.save}</Button>
      </p>
    </form>
  );
}
