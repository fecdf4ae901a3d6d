/** Several names in one field, and the suggestions for the one that is being typed. */
export interface NameFieldState {
  names: readonly string[];
  /** The name that is being typed. */
  text: string;
  suggestions: readonly string[];
  /** The highlighted suggestion, counted among those shown; -1: none. */
  highlighted: number;
}

export type NameFieldAction =
  | { type: 'set-names'; names: readonly string[] }
  /** The plain field is replaced: its text becomes names, and the unfinished one stays text. */
  | { type: 'start'; line: string; hasFocus: boolean }
  | { type: 'type'; text: string }
  | { type: 'add'; text: string }
  | { type: 'suggest'; suggestions: readonly string[] }
  | { type: 'move-highlight'; by: 1 | -1 };

export const emptyNameField: NameFieldState = { names: [], text: '', suggestions: [], highlighted: -1 };

export function nameFieldReducer(state: NameFieldState, action: NameFieldAction): NameFieldState {
  switch (action.type) {
    case 'set-names':
      return { ...state, names: action.names };
    case 'start': {
      const names = namesIn(action.line);
      const isUnfinished = action.hasFocus && !/[,،、;\n]\s*$/.test(action.line);
      const text = isUnfinished ? names.pop() : undefined;
      return { ...state, names, text: text ?? '' };
    }
    case 'type':
      // The highlight belongs to the suggestions so far, which may change with the text.
      return { ...state, text: action.text, highlighted: -1 };
    case 'add':
      return { ...emptyNameField, names: uniqueNames([...state.names, ...namesIn(action.text)]) };
    case 'suggest':
      return { ...state, suggestions: action.suggestions };
    case 'move-highlight':
      return { ...state, highlighted: nextHighlight(state, action.by) };
  }
}

/** The suggestions that are not chosen already. */
export function visibleSuggestions({ suggestions, names }: NameFieldState): string[] {
  return suggestions.filter((suggestion) => !names.includes(suggestion));
}

/** Wraps around at both ends. */
function nextHighlight(state: NameFieldState, by: 1 | -1): number {
  const count = visibleSuggestions(state).length;
  if (count === 0) return -1;
  const from = state.highlighted < 0 && by < 0 ? 0 : state.highlighted;
  return (from + by + count) % count;
}

const SEPARATOR = /[,،、;\n]/;

export function hasSeparator(text: string): boolean {
  return SEPARATOR.test(text);
}

export function namesIn(line: string): string[] {
  return line
    .split(SEPARATOR)
    .map((name) => name.trim())
    .filter(Boolean);
}

export function uniqueNames(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.trim()).filter(Boolean))];
}
