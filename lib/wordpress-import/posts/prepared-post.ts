import type { ReadBody } from '../content/body-html';
import type { ExportItem } from '../export/export-format';
import type { PostContext } from '../import-context';
import type { ImportNote } from '../import-report';
import type { PostFiles } from './post-files';

/** A post with everything that is looked up before the transaction. */
export interface PreparedPost {
  item: ExportItem & { id: number };
  body: ReadBody;
  /** Slugs, its own section first. */
  sections: readonly string[];
  files: PostFiles;
}

/** Reported once the post is stored. */
export function addPostNote(
  postContext: Pick<PostContext, 'notes'>,
  { id }: ExportItem,
  grade: ImportNote['grade'],
  reason: string,
): void {
  postContext.notes.push({ post: id, grade, reason });
}
