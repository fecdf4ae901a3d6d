import type { ReadBody } from '../content/body-html';
import type { ExportItem } from '../export/export-format';
import type { PostContext } from '../import-context';
import type { ImportNote } from '../import-report';
import type { PostFiles } from './post-files';

/** A post with what was looked up before the transaction. */
export interface PreparedPost {
  item: ExportItem & { id: number };
  body: ReadBody;
  /** Slugs: its home first. */
  sections: readonly string[];
  files: PostFiles;
}

/** Told once the post is written. */
export function addPostNote(
  postContext: Pick<PostContext, 'notes'>,
  { id }: ExportItem,
  grade: ImportNote['grade'],
  reason: string,
): void {
  postContext.notes.push({ post: id, grade, reason });
}
