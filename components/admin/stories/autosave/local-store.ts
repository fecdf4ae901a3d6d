/** What a tab has typed and the server has not confirmed yet, as it is sent to `/api/drafts`. */
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

/** False when the browser keeps nothing: storage is off, or full. */
export function storeLocally(kept: UnsavedText): boolean {
  try {
    localStorage.setItem(keyOf(kept), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** The server has it up to `stroke`; what was typed since stays. */
export function forgetLocally(kept: UnsavedText): void {
  try {
    const stored = read(keyOf(kept));
    if (!stored || stored.stroke <= kept.stroke) localStorage.removeItem(keyOf(kept));
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
      .filter((kept) => kept.tab !== tab);
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
