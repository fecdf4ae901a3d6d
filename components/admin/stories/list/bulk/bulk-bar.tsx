import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { BulkState } from '@/lib/forms/bulk-state';
import { BulkActionFields, type BulkOption, type BulkWords } from './bulk-action-fields';

interface BulkBarProps {
  actions: readonly BulkOption[];
  sections: readonly BulkOption[];
  topics: readonly string[];
  staff: readonly BulkOption[];
  state: BulkState;
  words: BulkWords;
  /** How many are ticked. */
  children: ReactNode;
}

/** What is to be done with the ticked stories; a field that belongs to one action is shown with it. */
export function BulkBar({ actions, sections, topics, staff, state, words, children }: BulkBarProps) {
  const { values, errors } = state;
  const only = actions.length === 1 ? actions[0] : undefined;
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
          label={words.action}
          labelHidden
          empty={words.noAction}
          options={actions}
          value={values.deed}
          error={errors.deed}
        />
      )}
      <BulkActionFields {...{ sections, topics, staff, state, words }} />
      <Button kind="ink" icon="check">
        {only?.label ?? words.go}
      </Button>
    </div>
  );
}
