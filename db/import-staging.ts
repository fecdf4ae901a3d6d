import type { Connection } from './client';

/** A file of the old site as listed in the export. */
export interface StagedFile {
  id: number;
  /** The post that it was uploaded to. */
  parent: number | null;
  /** Its path within the uploads folder, NFC. */
  file: string;
  title: string;
  caption: string;
  alt: string;
  /** Addresses of its page and of the file itself. */
  link: string;
  address: string;
  /** Whether an import of the file was attempted. */
  isTried: 0 | 1;
  /** Its picture in the library; null if there is none. */
  pictureId: number | null;
}

export interface ImportStaging {
  addFile(file: Omit<StagedFile, 'pictureId' | 'isTried'>): void;
  /** Adds a file that a text shows but the export does not list; its id is negative. */
  addUnlistedFile(file: string): StagedFile;
  fileById(id: number): StagedFile | undefined;
  fileByPath(file: string): StagedFile | undefined;
  filesOfPost(parent: number): StagedFile[];
  markTried(id: number, pictureId: number | null): void;
  filesAfter(id: number, limit: number): StagedFile[];
  /** Remembers a story with links to posts that were not imported yet. */
  addUnresolvedLinks(storyId: number): void;
  storiesWithUnresolvedLinksAfter(storyId: number, limit: number): number[];
  /** A former address of a story; the first story that had it wins. */
  addFormerAddress(path: string, storyId: number): void;
  formerAddressesAfter(path: string, limit: number): { path: string; story: number }[];
  clear(): void;
}

const columns =
  'id, parent, file, title, caption, alt, link, address, tried AS isTried, picture_id AS pictureId';

/**
 * Data about the whole export that an import needs at hand, in temporary tables of this connection: SQLite stores them in a
 * file, so that memory does not grow with the size of the old site.
 */
export function openImportStaging(db: Connection): ImportStaging {
  const connection = db.$client;
  connection.exec(`
    CREATE TEMP TABLE IF NOT EXISTS import_files (id INTEGER PRIMARY KEY, parent INTEGER, file TEXT NOT NULL,
      title TEXT NOT NULL, caption TEXT NOT NULL, alt TEXT NOT NULL, link TEXT NOT NULL, address TEXT NOT NULL,
      tried INTEGER NOT NULL DEFAULT 0, picture_id INTEGER);
    CREATE INDEX IF NOT EXISTS temp.import_files_by_file ON import_files (file);
    CREATE INDEX IF NOT EXISTS temp.import_files_of_post ON import_files (parent, id);
    CREATE TEMP TABLE IF NOT EXISTS import_links (story INTEGER PRIMARY KEY);
    CREATE TEMP TABLE IF NOT EXISTS import_slugs (path TEXT PRIMARY KEY, story INTEGER NOT NULL) WITHOUT ROWID;
    DELETE FROM import_files; DELETE FROM import_links; DELETE FROM import_slugs;`);
  const one = (condition: string) =>
    connection.prepare<unknown[], StagedFile>(`SELECT ${columns} FROM import_files WHERE ${condition}`);
  const put = connection.prepare(
    'INSERT OR IGNORE INTO import_files (id, parent, file, title, caption, alt, link, address) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const [fileById, fileByPath, filesOfPost] = [
    one('id = ?'),
    one('file = ? LIMIT 1'),
    one('parent = ? ORDER BY id LIMIT 60'),
  ];
  const after = one('id > ? ORDER BY id LIMIT ?');
  const tried = connection.prepare('UPDATE import_files SET tried = 1, picture_id = ? WHERE id = ?');
  const wait = connection.prepare('INSERT OR IGNORE INTO import_links (story) VALUES (?)');
  const waiting = connection
    .prepare<unknown[], number>('SELECT story FROM import_links WHERE story > ? ORDER BY story LIMIT ?')
    .pluck();
  const addFormerAddress = connection.prepare(
    'INSERT OR IGNORE INTO import_slugs (path, story) VALUES (?, ?)',
  );
  const former = connection.prepare<unknown[], { path: string; story: number }>(
    'SELECT path, story FROM import_slugs WHERE path > ? ORDER BY path LIMIT ?',
  );
  let unlisted = 0;
  return {
    addFile: ({ id, parent, file, title, caption, alt, link, address }) =>
      put.run(id, parent, file, title, caption, alt, link, address),
    addUnlistedFile(file) {
      unlisted -= 1;
      put.run(unlisted, null, file, '', '', '', '', '');
      return fileById.get(unlisted) as StagedFile;
    },
    fileById: (id) => fileById.get(id),
    fileByPath: (file) => fileByPath.get(file),
    filesOfPost: (parent) => filesOfPost.all(parent),
    markTried: (id, pictureId) => tried.run(pictureId, id),
    filesAfter: (id, limit) => after.all(id, limit),
    addUnresolvedLinks: (storyId) => wait.run(storyId),
    storiesWithUnresolvedLinksAfter: (storyId, limit) => waiting.all(storyId, limit) as number[],
    addFormerAddress: (path, storyId) => addFormerAddress.run(path, storyId),
    formerAddressesAfter: (path, limit) => former.all(path, limit),
    clear: () =>
      connection.exec('DROP TABLE import_files; DROP TABLE import_links; DROP TABLE import_slugs;'),
  };
}
