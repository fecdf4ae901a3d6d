import type { AppDb, Tx } from '@/db/client';
import type { ImportStaging } from '@/db/import-staging';
import type { Actor } from '@/lib/people/actor';
import type { PictureStore } from '@/lib/pictures/picture-store';
import type { ExportAuthor } from './export/export-format';
import type { UploadsFolder } from './files/uploads-folder';
import type { ImportOptions } from './import-options';
import type { AddNote, ImportNote, ImportReport } from './import-report';
import type { OldSite } from './old-site';
import type { SectionChooser } from './section-chooser';

export interface ImportFiles {
  uploads: UploadsFolder;
  store: PictureStore;
  mediaFolder: string;
}

/** Shared by all steps of one import. */
export interface ImportContext {
  db: AppDb;
  actor: Actor;
  now: Date;
  site: OldSite;
  /** By login. */
  authors: ReadonlyMap<string, ExportAuthor>;
  sections: SectionChooser;
  staging: ImportStaging;
  /** The old site's files and where they are stored here; null: no files are imported. */
  files: ImportFiles | null;
  options: ImportOptions;
  report: ImportReport;
  addNote: AddNote;
}

/** The context of one post's transaction. Notes and counts are applied only after it is committed. */
export interface PostContext
  extends Pick<ImportContext, 'actor' | 'now' | 'site' | 'authors' | 'sections' | 'staging' | 'options'> {
  t: Tx;
  notes: ImportNote[];
  count(add: (report: ImportReport) => void): void;
}

/** The external id under which a post or comment of the old site is stored. */
export const externalIdOf = ({ key }: OldSite, id: number, kind: 'post' | 'comment' = 'post') =>
  kind === 'post' ? `wp:${key}:${id}` : `wp:${key}:comment:${id}`;
