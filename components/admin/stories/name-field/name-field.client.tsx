'use client';

import {
  type Dispatch,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from 'react';
import { BelowField } from '@/components/ui/field-frame';
import { Icon } from '@/components/ui/icon';
import { isOfInputMethod } from '@/components/ui/input-method';
import type { Say } from '@/lib/site/labels';
import {
  emptyNameField,
  hasSeparator,
  type NameFieldAction,
  type NameFieldState,
  nameFieldReducer,
  namesIn,
  shownSuggestions,
  uniqueNames,
} from './name-field-state';
import { type NameSource, suggestNames } from './name-suggestions';

interface NameFieldProps {
  name: string;
  label: string;
  /** Names separated by commas. */
  value: string;
  hint: string;
  error: string | undefined;
  say: Say;
  choices: NameSource;
}

/**
 * A field for several names. Without script a line with commas; with it a chip for each name and suggestions while
 * typing. In both the form sends one field of this name with commas in it, which fires `input` when it changes.
 */
export function NameField({ name, label, value, hint, error, say, choices }: NameFieldProps) {
  const id = useId();
  const field = useNameField(value, choices);
  const { state, isEnhanced, sent } = field;
  const describedBy = [error && `${name}-error`, `${name}-hint`].filter(Boolean).join(' ');
  const attributes = { 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy };
  return (
    <div className="field">
      <label className="label" htmlFor={isEnhanced ? id : name}>
        {label}
      </label>
      {isEnhanced && <NameChips names={state.names} onChange={field.setNames} say={say} />}
      {isEnhanced ? (
        // An unfinished name is sent too.
        <input
          ref={sent}
          key="kept"
          type="hidden"
          name={name}
          value={[...state.names, state.text.trim()].filter(Boolean).join(', ')}
        />
      ) : (
        <input
          ref={sent}
          key="typed"
          className="input"
          id={name}
          name={name}
          defaultValue={value}
          {...attributes}
        />
      )}
      {isEnhanced && <NameInput id={id} label={label} field={field} attributes={attributes} say={say} />}
      <BelowField id={name} hint={hint} error={error} />
    </div>
  );
}

interface NameFieldControl {
  state: NameFieldState;
  dispatch: Dispatch<NameFieldAction>;
  isEnhanced: boolean;
  /** The input that the form sends. */
  sent: RefObject<HTMLInputElement | null>;
  /** The input that names are typed into. */
  typing: RefObject<HTMLInputElement | null>;
  setNames: (names: readonly string[]) => void;
  add: (text: string) => void;
}

function useNameField(value: string, choices: NameSource): NameFieldControl {
  const sent = useRef<HTMLInputElement>(null);
  const typing = useRef<HTMLInputElement>(null);
  const [isEnhanced, setIsEnhanced] = useState(false);
  const [state, dispatch] = useReducer(nameFieldReducer, emptyNameField);
  const hadFocus = useRef(false);
  // Before another key can be pressed: the plain field goes away, and typing goes on in the new one.
  useLayoutEffect(() => {
    hadFocus.current = window.document.activeElement === sent.current;
    dispatch({ type: 'start', line: sent.current?.value ?? '', hasFocus: hadFocus.current });
    setIsEnhanced(true);
  }, []);
  useLayoutEffect(() => {
    if (isEnhanced && hadFocus.current) typing.current?.focus();
  }, [isEnhanced]);
  useNamesFromOutside(value, isEnhanced ? sent : null, dispatch);
  useSuggestions(state.text, choices, dispatch);

  function setNames(names: readonly string[]): void {
    const unique = uniqueNames(names);
    dispatch({ type: 'set-names', names: unique });
    if (!sent.current) return;
    sent.current.value = unique.join(', ');
    sent.current.dispatchEvent(new Event('input', { bubbles: true }));
  }
  function add(text: string): void {
    setNames([...state.names, ...namesIn(text)]);
    dispatch({ type: 'add', text });
  }
  return { state, dispatch, isEnhanced, sent, typing, setNames, add };
}

/** Shows names that are set from outside: by a restored draft, which writes the sent input, or by a save. */
function useNamesFromOutside(
  value: string,
  sent: RefObject<HTMLInputElement | null> | null,
  dispatch: Dispatch<NameFieldAction>,
): void {
  const shownValue = useRef(value);
  useEffect(() => {
    if (shownValue.current === value) return;
    shownValue.current = value;
    dispatch({ type: 'set-names', names: namesIn(value) });
  }, [value, dispatch]);
  useEffect(() => {
    const input = sent?.current;
    const read = () => dispatch({ type: 'set-names', names: namesIn(input?.value ?? '') });
    input?.addEventListener('input', read);
    return () => input?.removeEventListener('input', read);
  }, [sent, dispatch]);
}

function useSuggestions(text: string, choices: NameSource, dispatch: Dispatch<NameFieldAction>): void {
  useEffect(() => {
    const query = text.trim();
    if (query === '') return dispatch({ type: 'suggest', suggestions: [] });
    const request = new AbortController();
    const timer = setTimeout(
      () => {
        suggestNames(choices, query, request.signal).then((suggestions) => {
          if (!request.signal.aborted) dispatch({ type: 'suggest', suggestions });
        }, console.error);
      },
      typeof choices === 'string' ? 150 : 0,
    );
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [text, choices, dispatch]);
}

interface NameChipsProps {
  names: readonly string[];
  onChange: (names: readonly string[]) => void;
  say: Say;
}

function NameChips({ names, onChange, say }: NameChipsProps) {
  if (names.length === 0) return null;
  return (
    <ul className="mb-[0.35rem] gap-[0.35rem] flex flex-wrap">
      {names.map((name) => (
        <li className="chip" key={name}>
          {name}
          <button
            className="p-0 border-0 grid place-items-center w-6 h-6 bg-transparent cursor-pointer hover:text-accent"
            type="button"
            onClick={() => onChange(names.filter((other) => other !== name))}
          >
            <Icon name="cross" />
            <span className="vh">{say('editor.remove', { what: name })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface NameInputProps {
  id: string;
  label: string;
  field: NameFieldControl;
  attributes: { 'aria-invalid': boolean | undefined; 'aria-describedby': string };
  say: Say;
}

function NameInput({ id, label, field, attributes, say }: NameInputProps) {
  const { state, dispatch, typing, add } = field;
  const shown = shownSuggestions(state);
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
    add(shownSuggestions(state)[state.highlighted] ?? state.text);
  } else if (event.key === 'Escape' && state.text !== '') {
    event.preventDefault();
    dispatch({ type: 'suggest', suggestions: [] });
  } else if (event.key === 'Backspace' && state.text === '' && state.names.length > 0) {
    setNames(state.names.slice(0, -1));
  }
}
