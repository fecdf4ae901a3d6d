import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { BulkState } from '@/lib/forms/bulk-state';

export interface BulkOption {
  value: string;
  label: string;
}

export interface BulkWords {
  title: string;
  none: string;
  /** With `{count}` in it. */
  count: string;
  deed: string;
  noDeed: string;
  go: string;
  undo: string;
  refusals: string;
  chooseAll: string;
  toSection: string;
  ofTopic: string;
  toMember: string;
  nobody: string;
  at: string;
  keys: readonly { keys: readonly string[]; words: string }[];
}

interface BulkBarProps {
  deeds: readonly BulkOption[];
  sections: readonly BulkOption[];
  topics: readonly string[];
  staff: readonly BulkOption[];
  state: BulkState;
  words: BulkWords;
  /** How many are ticked. */
  children: ReactNode;
}

/** What is to be done with the ticked stories; a field that belongs to one action is shown with it. */
export function BulkBar({ deeds, sections, topics, staff, state, words, children }: BulkBarProps) {
  const { values, errors } = state;
  const only = deeds.length === 1 ? deeds[0] : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no part in a flex row everywhere
    <div
      className="bulk bulk--list [&_.err]:text-inherit [&_:focus-visible]:outline-[#8ab4ff] [&_.input::placeholder]:text-night-mute [&_.input[type='datetime-local']]:[color-scheme:dark] [&_.btn:hover]:border-[#fff] [&_.btn:hover]:bg-night-2 [&_.btn--ink:hover]:bg-[#fff]"
      role="group"
      aria-label={words.title}
    >
      {children}
      {only ? (
        <input type="hidden" name="deed" value={only.value} />
      ) : (
        <Select
          name="deed"
          id="bulk-deed"
          label={words.deed}
          labelHidden
          empty={words.noDeed}
          options={deeds}
          value={values.deed}
          error={errors.deed}
        />
      )}
      <ActionFields {...{ sections, topics, staff, state, words }} />
      <Button kind="ink" icon="check">
        {only?.label ?? words.go}
      </Button>
    </div>
  );
}

/** The fields of single actions. Each is shown by the style sheet while its action is chosen. */
function ActionFields({
  sections,
  topics,
  staff,
  state: { values, errors },
  words,
}: Omit<BulkBarProps, 'deeds' | 'children'>) {
  return (
    <>
      <div className="bulk__for" data-for="section">
        <Select
          name="toSection"
          id="bulk-section"
          label={words.toSection}
          labelHidden
          empty={words.toSection}
          options={sections}
          value={values.toSection}
          error={errors.toSection}
        />
      </div>
      <TopicField topics={topics} value={values.ofTopic} error={errors.ofTopic} words={words} />
      <div className="bulk__for" data-for="assign">
        <Select
          name="toMember"
          id="bulk-member"
          label={words.toMember}
          labelHidden
          empty={words.nobody}
          options={staff}
          value={values.toMember}
        />
      </div>
      <div className="bulk__for" data-for="schedule">
        <Field
          name="at"
          id="bulk-at"
          label={words.at}
          labelHidden
          type="datetime-local"
          value={values.at}
          error={errors.at}
        />
      </div>
    </>
  );
}

function TopicField({
  topics,
  value,
  error,
  words,
}: Pick<BulkBarProps, 'topics' | 'words'> & Record<'value' | 'error', string | undefined>) {
  return (
    <div className="bulk__for" data-for="topic">
      <Field
        name="ofTopic"
        id="bulk-topic"
        label={words.ofTopic}
        labelHidden
        placeholder={words.ofTopic}
        value={value}
        error={error}
        autoComplete="off"
        list="bulk-topics"
      />
      <datalist id="bulk-topics">
        {topics.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
    </div>
  );
}

/** The line of keys below the list. */
export function KeyLine({ keys }: { keys: BulkWords['keys'] }) {
  return (
    <p className="keys mt-[0.9rem] pt-[0.7rem] gap-y-[0.35rem] gap-x-[1.1rem] border-t border-t-rule text-(length:--text-meta) flex flex-wrap items-center text-ink-3 max-md:hidden [&_span]:gap-[0.35rem] [&_span]:inline-flex [&_span]:items-center">
      {keys.map((each) => (
        <span key={each.words}>
          {each.keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {each.words}
        </span>
      ))}
    </p>
  );
}
