'use client';

import {
  type Dispatch,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from 'react';
import {
  emptyNameField,
  type NameFieldAction,
  type NameFieldState,
  nameFieldReducer,
  namesIn,
  uniqueNames,
} from './name-field-state';
import { type NameSource, suggestNames } from './name-suggestions';

export interface NameFieldControl {
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

/** The state of a name field, and the inputs that show and send it. */
export function useNameField(value: string, choices: NameSource): NameFieldControl {
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
