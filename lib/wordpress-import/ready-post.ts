import type { ReadBody } from './content/body-html';
import type { ExportItem } from './export/shape';
import type { Step } from './move';
import type { PostFiles } from './post-files';
import type { Note } from './report';

/** A post with what was looked up before the transaction. */
export interface ReadyPost {
  item: ExportItem & { id: number };
  body: ReadBody;
  /** Slugs: its home first. */
  sections: readonly string[];
  files: PostFiles;
}

/** Told once the post is written. */
export function noteOf(
  step: Pick<Step, 'notes'>,
  { id }: ExportItem,
  grade: Note['grade'],
  reason: string,
): void {
  step.notes.push({ post: id, grade, reason });
}
