/** A tab's text that the server has not confirmed yet, as it is sent to `/api/drafts`. */
export interface UnsavedText {
  member: number;
  storyId: number;
  tab: string;
  basedOn: number;
  stroke: number;
  fields: Record<string, string>;
}

const PREFIX = 'barta-kept:';

/** By member first: in a browser that several people use, each is shown their own only. */
function keyOf({ member, storyId, tab }: Pick<UnsavedText, 'member' | 'storyId' | 'tab'>): string {
  return `${PREFIX}${member}:${storyId}:${tab}`;
}

/** False when the browser stores nothing: storage is off, or full. */
export function storeLocally(text: UnsavedText): boolean {
  try {
    localStorage.setItem(keyOf(text), JSON.stringify(text));
    return true;
  } catch {
    return false;
  }
}

/** The server has it up to `stroke`; what was typed since stays. */
export function forgetLocally(text: UnsavedText): void {
  try {
    const stored = read(keyOf(text));
    if (!stored || stored.stroke <= text.stroke) localStorage.removeItem(keyOf(text));
  } catch {
    // Storage that cannot be read holds nothing to forget.
  }
}

/** What earlier pages of this member left behind, of whatever story. */
export function leftBehind(member: number, tab: string): UnsavedText[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`${PREFIX}${member}:`))
      .flatMap((key) => read(key) ?? [])
      .filter((text) => text.tab !== tab);
  } catch {
    return [];
  }
}

function read(key: string): UnsavedText | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as UnsavedText | null) ?? undefined;
  } catch {
    return undefined;
  }
}
