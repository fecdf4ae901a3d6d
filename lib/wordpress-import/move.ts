import type { Connection, Tx } from '@/db/client';
import type { Shelf } from '@/db/import-staging';
import type { Actor } from '@/lib/people/actor';
import type { PictureStore } from '@/lib/pictures/picture-store';
import type { Sections } from './choose-sections';
import type { ExportAuthor } from './export/shape';
import type { MoveInWish } from './import-options';
import type { OldSite } from './old-site';
import type { MoveInReport, Note, Tell } from './report';
import type { Uploads } from './uploads';

export interface Files {
  uploads: Uploads;
  store: PictureStore;
  mediaFolder: string;
}

/** What one run goes by. */
export interface Move {
  db: Connection;
  actor: Actor;
  now: Date;
  site: OldSite;
  /** By login. */
  authors: ReadonlyMap<string, ExportAuthor>;
  sections: Sections;
  shelf: Shelf;
  /** Where the old site's files lie, and where ours go; null: it is moved without them. */
  files: Files | null;
  wish: MoveInWish;
  report: MoveInReport;
  tell: Tell;
}

/** What one post's transaction is given, and what it leaves to be counted once all of it is written. */
export interface Step
  extends Pick<Move, 'actor' | 'now' | 'site' | 'authors' | 'sections' | 'shelf' | 'wish'> {
  t: Tx;
  notes: Note[];
  count(add: (report: MoveInReport) => void): void;
}

/** What its posts and comments are known by here. */
export const externalIdOf = ({ key }: OldSite, id: number, kind: 'post' | 'comment' = 'post') =>
  kind === 'post' ? `wp:${key}:${id}` : `wp:${key}:comment:${id}`;
