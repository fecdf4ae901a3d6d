/** A comment as a page shows it, with the answers under it. */
export interface DisplayedComment {
  id: number;
  name: string;
  website: string;
  body: string;
  createdAt: Date;
  fromNewsroom: boolean;
  /** A known writer had this name, or one that looks like it, in this discussion before: this is somebody else. */
  isNamesake: boolean;
  /** By one who signs the story. */
  fromAuthor: boolean;
  /** The editors' pick. */
  isPicked: boolean;
  isEdited: boolean;
  likes: number;
  /** Taken down, and here only because answers to it still stand: its words are not given out. */
  isRemoved: boolean;
  /** Removed by its writer. */
  isWithdrawn: boolean;
  /** Its writer asked to be forgotten. */
  isErased: boolean;
  /** Whom it answers, where its place on the page does not say so. */
  answers: { id: number; name: string } | null;
  replies: DisplayedComment[];
}

export interface CommentRow {
  id: number;
  parentId: number | null;
  name: string;
  website: string;
  body: string;
  state: string;
  isNamesake: boolean;
  fromNewsroom: boolean;
  fromAuthor: boolean;
  likes: number;
  pickedAt: Date | null;
  editedAt: Date | null;
  createdAt: Date;
}

/** Below this an indent would leave no room for words on a telephone; deeper answers stand side by side. */
export const DEEPEST_SHOWN = 3;

/**
 * A root with its rows as a tree, as deep as pages show it. Rows come in the order they were written. What a row
 * answers may be `elsewhere`, on an earlier page: then the row stands under the root and says whom.
 */
export function threadOf(
  root: CommentRow,
  rows: readonly CommentRow[],
  elsewhere: ReadonlyMap<number, string> = new Map(),
): DisplayedComment {
  const top = displayedComment(root);
  const placed = new Map([[root.id, { comment: top, depth: 0, parent: top }]]);

  for (const row of rows) {
    const comment = displayedComment(row);
    const answered = placed.get(row.parentId ?? root.id);
    const isTooDeep = answered !== undefined && answered.depth >= DEEPEST_SHOWN;
    const home = isTooDeep ? answered.parent : (answered?.comment ?? top);
    if (isTooDeep && !answered.comment.isRemoved) {
      comment.answers = { id: answered.comment.id, name: answered.comment.name };
    }
    const name = elsewhere.get(row.parentId ?? root.id);
    if (name !== undefined && row.parentId !== null) comment.answers = { id: row.parentId, name };
    home.replies.push(comment);
    placed.set(row.id, {
      comment,
      depth: isTooDeep ? DEEPEST_SHOWN : (answered?.depth ?? 0) + 1,
      parent: home,
    });
  }
  return top;
}

function displayedComment(row: CommentRow): DisplayedComment {
  const isRemoved = row.state !== 'visible';
  return {
    id: row.id,
    name: isRemoved ? '' : row.name,
    website: isRemoved ? '' : row.website,
    body: isRemoved ? '' : row.body,
    createdAt: row.createdAt,
    isNamesake: row.isNamesake && !isRemoved,
    fromNewsroom: row.fromNewsroom && !isRemoved,
    fromAuthor: row.fromAuthor && !isRemoved,
    isPicked: row.pickedAt !== null && !isRemoved,
    isEdited: row.editedAt !== null && !isRemoved,
    likes: isRemoved ? 0 : row.likes,
    isRemoved,
    isWithdrawn: row.state === 'withdrawn',
    // Only the erased have no name.
    isErased: row.state === 'withdrawn' && row.name === '',
    answers: null,
    replies: [],
  };
}
