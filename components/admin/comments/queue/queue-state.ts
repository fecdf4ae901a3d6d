import type { QueueComment } from '../queue-comment';

/** The list as the moderator has it before them. Pure, so that what a key does can be read in a test. */
export interface QueueState {
  rows: readonly QueueComment[];
  /** The comment that the keys mean. */
  here: number | null;
  selected: ReadonlySet<number>;
  counts: Readonly<Record<string, string>>;
  /** Where the next page begins; `''` at the end. */
  olderBefore: string;
  /** Where to look on for more, when somebody asks: what lies before it was looked through. */
  lookOn: string;
  newestAt: string;
  /** Come since, and not yet in the list: it moves only when asked to. */
  arrived: readonly QueueComment[];
  said: readonly QueueMessage[];
  /** Taken out of the list by a stroke, each where it stood, until it is known what became of it. */
  gone: Readonly<Record<string, readonly RemovedRow[]>>;
  /** What the next undo takes back; `''` for whatever was decided before this page was opened. */
  strokes: readonly { token: string; batch: string }[];
}

export interface QueueMessage {
  kind: 'done' | 'refused';
  text: string;
  /** With a button that takes it back. */
  batch?: string;
  /** With a link that loads the list anew. */
  reload?: boolean;
}

interface RemovedRow {
  at: number;
  row: QueueComment;
}

export type QueueAction =
  | { do: 'move'; by: 1 | -1 }
  | { do: 'go'; id: number }
  | { do: 'toggle'; id: number }
  | { do: 'clear' }
  | { do: 'leave'; token: string; ids: readonly number[] }
  | {
      do: 'settled';
      token: string;
      batch: string;
      settled: readonly { id: number; version: number }[];
      /** Decided by somebody else: these stay out of the list. */
      late: readonly number[];
      said: readonly QueueMessage[];
    }
  | { do: 'failed'; token: string; text: string }
  | {
      do: 'restored';
      batch: string;
      settled: readonly { id: number; version: number }[];
      said: readonly QueueMessage[];
    }
  | { do: 'patch'; id: number; row: Partial<QueueComment> }
  | { do: 'count'; counts: QueueState['counts'] }
  | { do: 'append'; rows: readonly QueueComment[]; olderBefore: string; lookOn: string }
  | { do: 'offer'; rows: readonly QueueComment[]; newestAt: string }
  | { do: 'take' }
  | { do: 'say'; said: readonly QueueMessage[] };

export function queueReducer(state: QueueState, deed: QueueAction): QueueState {
  switch (deed.do) {
    case 'move':
      return { ...state, here: neighbourOf(state, deed.by) };
    case 'go':
      return { ...state, here: deed.id };
    case 'toggle':
      return { ...state, selected: toggled(state.selected, deed.id) };
    case 'clear':
      return { ...state, selected: new Set() };
    case 'leave':
      return leaving(state, deed);
    case 'settled': {
      const gone = state.gone[deed.token] ?? [];
      const late = new Set(deed.late);
      const kept = atVersions(gone, deed.settled);
      const known = new Set(kept.map(({ row }) => row.id));
      const back = gone.filter(({ row }) => !known.has(row.id) && !late.has(row.id));
      return {
        ...putBack(state, back),
        gone: { ...state.gone, [deed.token]: kept },
        strokes:
          deed.batch === '' ? state.strokes : [...state.strokes, { token: deed.token, batch: deed.batch }],
        said: deed.said,
      };
    }
    case 'failed':
      return {
        ...putBack(state, state.gone[deed.token] ?? []),
        said: [{ kind: 'refused', text: deed.text }],
      };
    case 'restored': {
      const stroke = state.strokes.find(({ batch }) => batch === deed.batch);
      const rows = stroke ? atVersions(state.gone[stroke.token] ?? [], deed.settled) : [];
      // Decided before this page was opened: they stand where only the server knows.
      const isElsewhere = rows.length < deed.settled.length;
      return {
        ...putBack(state, rows),
        strokes: state.strokes.filter(({ batch }) => batch !== deed.batch),
        said: isElsewhere ? deed.said.map((line) => ({ ...line, reload: true })) : deed.said,
      };
    }
    case 'patch':
      return {
        ...state,
        rows: state.rows.map((row) => (row.id === deed.id ? { ...row, ...deed.row } : row)),
      };
    case 'count':
      return { ...state, counts: deed.counts };
    case 'append':
      return {
        ...state,
        rows: withNew(state.rows, deed.rows),
        here: state.here ?? deed.rows[0]?.id ?? null,
        olderBefore: deed.olderBefore,
        lookOn: deed.lookOn,
      };
    case 'offer':
      return { ...state, arrived: withNew([], [...deed.rows, ...state.arrived]), newestAt: deed.newestAt };
    case 'take':
      return {
        ...state,
        rows: withNew(state.arrived, state.rows),
        arrived: [],
        here: state.arrived[0]?.id ?? state.here,
      };
    case 'say':
      return { ...state, said: deed.said };
  }
}

/** The next comment takes the place of what leaves, so that the eye stays where it is. */
function leaving(state: QueueState, { token, ids }: { token: string; ids: readonly number[] }): QueueState {
  const leave = new Set(ids);
  const gone = state.rows.map((row, at) => ({ at, row })).filter(({ row }) => leave.has(row.id));
  const rows = state.rows.filter((row) => !leave.has(row.id));
  const from = state.rows.findIndex(({ id }) => id === state.here);
  const next =
    state.rows.slice(Math.max(from, 0)).find(({ id }) => !leave.has(id)) ??
    state.rows.slice(0, Math.max(from, 0)).findLast(({ id }) => !leave.has(id));
  return {
    ...state,
    rows,
    here: state.here !== null && !leave.has(state.here) ? state.here : (next?.id ?? null),
    selected: new Set([...state.selected].filter((id) => !leave.has(id))),
    gone: { ...state.gone, [token]: gone },
  };
}

/** Those that the answer names, with the version that they have now. */
function atVersions(
  gone: readonly RemovedRow[],
  now: readonly { id: number; version: number }[],
): RemovedRow[] {
  const versions = new Map(now.map(({ id, version }) => [id, version]));
  return gone.flatMap(({ at, row }) => {
    const version = versions.get(row.id);
    return version === undefined ? [] : [{ at, row: { ...row, version } }];
  });
}

function putBack(state: QueueState, gone: readonly RemovedRow[]): QueueState {
  if (gone.length === 0) return state;
  const rows = [...state.rows];
  for (const { at, row } of [...gone].sort((a, b) => a.at - b.at))
    rows.splice(Math.min(at, rows.length), 0, row);
  return { ...state, rows, here: gone[0]?.row.id ?? state.here };
}

function neighbourOf({ rows, here }: QueueState, by: 1 | -1): number | null {
  const at = rows.findIndex(({ id }) => id === here);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
  return rows[next]?.id ?? null;
}

function toggled(selected: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

function withNew(first: readonly QueueComment[], then: readonly QueueComment[]): QueueComment[] {
  const known = new Set(first.map(({ id }) => id));
  const rows = [...first];
  for (const row of then) {
    if (!known.has(row.id)) rows.push(row);
    known.add(row.id);
  }
  return rows;
}
