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
  action: string;
  noAction: string;
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

interface BulkActionFieldsProps {
  sections: readonly BulkOption[];
  topics: readonly string[];
  staff: readonly BulkOption[];
  state: BulkState;
  words: BulkWords;
}

/** The fields of single actions. Each is shown by the style sheet while its action is chosen. */
export function BulkActionFields({
  sections,
  topics,
  staff,
  state: { values, errors },
  words,
}: BulkActionFieldsProps) {
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
}: Pick<BulkActionFieldsProps, 'topics' | 'words'> & Record<'value' | 'error', string | undefined>) {
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
