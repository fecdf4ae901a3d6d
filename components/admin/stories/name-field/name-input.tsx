import type { KeyboardEvent } from 'react';
import { isOfInputMethod } from '@/components/ui/input-method';
import type { Say } from '@/lib/site/labels';
import { hasSeparator, visibleSuggestions } from './name-field-state';
import type { NameFieldControl } from './use-name-field';

interface NameInputProps {
  id: string;
  label: string;
  field: NameFieldControl;
  attributes: { 'aria-invalid': boolean | undefined; 'aria-describedby': string };
  say: Say;
}

/** The combobox that a name is typed into, with its suggestions. */
export function NameInput({ id, label, field, attributes, say }: NameInputProps) {
  const { state, dispatch, typing, add } = field;
  const shown = visibleSuggestions(state);
  return (
    <div className="relative">
      <input
        ref={typing}
        id={id}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={state.highlighted >= 0 ? `${id}-${state.highlighted}` : undefined}
        {...attributes}
        value={state.text}
        placeholder={say('editor.namePlaceholder')}
        onChange={({ target }) => {
          if (hasSeparator(target.value)) add(target.value);
          else dispatch({ type: 'type', text: target.value });
        }}
        onKeyDown={(event) => handleNameKey(event, field)}
        onBlur={() => {
          if (state.text.trim() !== '') add(state.text);
        }}
      />
      <div
        className="top-full bottom-auto inset-x-0 border border-ink absolute z-25 bg-paper"
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        hidden={shown.length === 0}
      >
        {shown.map((suggestion, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys
          <div
            className="py-[0.35rem] px-[0.65rem] min-h-9 cursor-pointer hover:bg-wash-2 aria-selected:bg-wash-2"
            key={suggestion}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === state.highlighted}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              add(suggestion);
              typing.current?.focus();
            }}
          >
            {suggestion}
          </div>
        ))}
      </div>
    </div>
  );
}

function handleNameKey(event: KeyboardEvent, { state, dispatch, setNames, add }: NameFieldControl): void {
  if (isOfInputMethod(event.nativeEvent)) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    dispatch({ type: 'move-highlight', by: event.key === 'ArrowDown' ? 1 : -1 });
  } else if (event.key === 'Enter') {
    // Enter never submits the form here: it finishes the name.
    event.preventDefault();
    add(visibleSuggestions(state)[state.highlighted] ?? state.text);
  } else if (event.key === 'Escape' && state.text !== '') {
    event.preventDefault();
    dispatch({ type: 'suggest', suggestions: [] });
  } else if (event.key === 'Backspace' && state.text === '' && state.names.length > 0) {
    setNames(state.names.slice(0, -1));
  }
}
