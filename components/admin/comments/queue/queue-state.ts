import type { QueueComment } from '../queue-comment';

/** The moderation queue as one moderator sees it. Changed only by `queueReducer`, which is pure. */
export interface QueueState {
  rows: readonly QueueComment[];
  /** The comment that keyboard commands act on. */
  currentId: number | null;
  selected: ReadonlySet<number>;
  counts: Readonly<Record<string, string>>;
  /** Cursor of the next page; `''` at the end. */
  olderBefore: string;
  /** Cursor from which a search that stopped early goes on; `''` when it covered everything. */
  lookOn: string;
  newestAt: string;
  /** Comments that arrived since: they join the list only when the moderator asks for them. */
  arrived: readonly QueueComment[];
  messages: readonly QueueMessage[];
  /** Rows taken out by a decision, by its token, each with its position, until the server has answered. */
  removed: Readonly<Record<string, readonly RemovedRow[]>>;
  /** The decisions that undo takes back, the latest last. */
  undoStack: readonly { token: string; batch: string }[];
  /** The comment whose answer form is open. */
  answeringId: number | null;
  /** Whether the notice of the form's own state is still current: it is not once something else was done. */
  showsFormNotice: boolean;
}

export interface QueueMessage {
  kind: 'done' | 'refused';
  text: string;
  /** Adds a button that undoes this batch. */
  batch?: string;
  /** Adds a link that reloads the list. */
  reload?: boolean;
}

interface RemovedRow {
  at: number;
  row: QueueComment;
}

interface CommentVersion {
  id: number;
  version: number;
}

export type QueueAction =
  | { type: 'move'; by: 1 | -1 }
  | { type: 'go-to'; id: number }
  | { type: 'toggle'; id: number }
  | { type: 'clear-selection' }
  | { type: 'open-answer'; id: number }
  | { type: 'close-answer' }
  | { type: 'show-form-notice'; isShown: boolean }
  | { type: 'remove'; token: string; ids: readonly number[] }
  | DecisionSettled
  | { type: 'decision-failed'; token: string; text: string }
  | DecisionUndone
  | { type: 'patch'; id: number; row: Partial<QueueComment> }
  | { type: 'set-counts'; counts: QueueState['counts'] }
  | { type: 'append'; rows: readonly QueueComment[]; olderBefore: string; lookOn: string }
  | { type: 'arrive'; rows: readonly QueueComment[]; newestAt: string }
  | { type: 'show-arrived' }
  | { type: 'show-messages'; messages: readonly QueueMessage[] };

interface DecisionSettled {
  type: 'decision-settled';
  token: string;
  batch: string;
  settled: readonly CommentVersion[];
  /** Decided by somebody else first: these stay out of the list. */
  late: readonly number[];
  messages: readonly QueueMessage[];
}

interface DecisionUndone {
  type: 'decision-undone';
  batch: string;
  settled: readonly CommentVersion[];
  messages: readonly QueueMessage[];
}

/** What the page gives at first. `currentId`, `answeringId`: the comments that the address names. */
export type InitialQueue = Pick<
  QueueState,
  'rows' | 'currentId' | 'answeringId' | 'counts' | 'olderBefore' | 'lookOn' | 'newestAt' | 'messages'
>;

export function initialQueueState(queue: InitialQueue): QueueState {
  return {
    rows: queue.rows,
    currentId: queue.currentId ?? queue.rows[0]?.id ?? null,
    selected: new Set(),
    counts: queue.counts,
    olderBefore: queue.olderBefore,
    lookOn: queue.lookOn,
    newestAt: queue.newestAt,
    arrived: [],
    messages: queue.messages,
    removed: {},
    undoStack: [],
    answeringId: queue.answeringId,
    showsFormNotice: true,
  };
}

export function queueReducer(state: QueueState, action: QueueAction): QueueState {
  switch (action.type) {
    case 'move':
      return { ...state, currentId: neighbourOf(state, action.by) };
    case 'go-to':
      return { ...state, currentId: action.id };
    case 'toggle':
      return { ...state, selected: toggled(state.selected, action.id) };
    case 'clear-selection':
      return { ...state, selected: new Set() };
    case 'open-answer':
      return { ...state, answeringId: action.id };
    case 'close-answer':
      return { ...state, answeringId: null };
    case 'show-form-notice':
      return { ...state, showsFormNotice: action.isShown };
    case 'remove':
      return withoutRows(state, action);
    case 'decision-settled':
      return withSettledDecision(state, action);
    case 'decision-failed':
      return {
        ...withRowsRestored(state, state.removed[action.token] ?? []),
        messages: [{ kind: 'refused', text: action.text }],
      };
    case 'decision-undone':
      return withDecisionUndone(state, action);
    case 'patch':
      return {
        ...state,
        rows: state.rows.map((row) => (row.id === action.id ? { ...row, ...action.row } : row)),
      };
    case 'set-counts':
      return { ...state, counts: action.counts };
    case 'append':
      return {
        ...state,
        rows: joined(state.rows, action.rows),
        currentId: state.currentId ?? action.rows[0]?.id ?? null,
        olderBefore: action.olderBefore,
        lookOn: action.lookOn,
      };
    case 'arrive':
      return { ...state, arrived: joined([], [...action.rows, ...state.arrived]), newestAt: action.newestAt };
    case 'show-arrived':
      return {
        ...state,
        rows: joined(state.arrived, state.rows),
        arrived: [],
        currentId: state.arrived[0]?.id ?? state.currentId,
      };
    case 'show-messages':
      return { ...state, messages: action.messages };
  }
}

/** The batch that the next undo takes back; `last`: whatever was decided before this page was opened. */
export function nextUndoBatch({ undoStack }: QueueState): string {
  return undoStack.at(-1)?.batch ?? 'last';
}

/** How many rows before the end of the list the next page is fetched. */
const FETCH_AHEAD_ROWS = 30;

export function needsOlderRows({ rows, currentId, olderBefore }: QueueState): boolean {
  if (olderBefore === '') return false;
  const at = rows.findIndex(({ id }) => id === currentId);
  return at < 0 || at >= rows.length - FETCH_AHEAD_ROWS;
}

/** The next comment takes the place of what leaves, so that the moderator's eyes need not move. */
function withoutRows(
  state: QueueState,
  { token, ids }: { token: string; ids: readonly number[] },
): QueueState {
  const leaving = new Set(ids);
  const removed = state.rows.map((row, at) => ({ at, row })).filter(({ row }) => leaving.has(row.id));
  const rows = state.rows.filter((row) => !leaving.has(row.id));
  const from = Math.max(
    state.rows.findIndex(({ id }) => id === state.currentId),
    0,
  );
  const next =
    state.rows.slice(from).find(({ id }) => !leaving.has(id)) ??
    state.rows.slice(0, from).findLast(({ id }) => !leaving.has(id));
  return {
    ...state,
    rows,
    currentId:
      state.currentId !== null && !leaving.has(state.currentId) ? state.currentId : (next?.id ?? null),
    selected: new Set([...state.selected].filter((id) => !leaving.has(id))),
    removed: { ...state.removed, [token]: removed },
  };
}

/** What the server neither settled nor reported as late goes back into the list. */
function withSettledDecision(state: QueueState, action: DecisionSettled): QueueState {
  const { token, batch, messages } = action;
  const removed = state.removed[token] ?? [];
  const late = new Set(action.late);
  const settled = atVersions(removed, action.settled);
  const settledIds = new Set(settled.map(({ row }) => row.id));
  const unsettled = removed.filter(({ row }) => !settledIds.has(row.id) && !late.has(row.id));
  return {
    ...withRowsRestored(state, unsettled),
    removed: { ...state.removed, [token]: settled },
    undoStack: batch === '' ? state.undoStack : [...state.undoStack, { token, batch }],
    messages,
  };
}

function withDecisionUndone(state: QueueState, { batch, settled, messages }: DecisionUndone): QueueState {
  const decision = state.undoStack.find((each) => each.batch === batch);
  const rows = decision ? atVersions(state.removed[decision.token] ?? [], settled) : [];
  // Some were decided before this page was opened: only the server knows their position.
  const isIncomplete = rows.length < settled.length;
  return {
    ...withRowsRestored(state, rows),
    undoStack: state.undoStack.filter((each) => each.batch !== batch),
    messages: isIncomplete ? messages.map((message) => ({ ...message, reload: true })) : messages,
  };
}

/** The removed rows that the answer names, with their new versions. */
function atVersions(removed: readonly RemovedRow[], settled: readonly CommentVersion[]): RemovedRow[] {
  const versions = new Map(settled.map(({ id, version }) => [id, version]));
  return removed.flatMap(({ at, row }) => {
    const version = versions.get(row.id);
    return version === undefined ? [] : [{ at, row: { ...row, version } }];
  });
}

function withRowsRestored(state: QueueState, removed: readonly RemovedRow[]): QueueState {
  if (removed.length === 0) return state;
  const rows = [...state.rows];
  for (const { at, row } of [...removed].sort((a, b) => a.at - b.at))
    rows.splice(Math.min(at, rows.length), 0, row);
  return { ...state, rows, currentId: removed[0]?.row.id ?? state.currentId };
}

function neighbourOf({ rows, currentId }: QueueState, by: 1 | -1): number | null {
  const at = rows.findIndex(({ id }) => id === currentId);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
  return rows[next]?.id ?? null;
}

function toggled(selected: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Both lists, each comment once. */
function joined(first: readonly QueueComment[], second: readonly QueueComment[]): QueueComment[] {
  const known = new Set(first.map(({ id }) => id));
  const rows = [...first];
  for (const row of second) {
    if (!known.has(row.id)) rows.push(row);
    known.add(row.id);
  }
  return rows;
}
