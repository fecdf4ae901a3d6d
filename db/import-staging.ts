import type { Connection } from './client';

/** A file of the old site, as its export names it. */
export interface ShelvedFile {
  id: number;
  /** The post that it was uploaded to. */
  parent: number | null;
  /** Its path within the uploads folder, NFC. */
  file: string;
  title: string;
  caption: string;
  alt: string;
  /** Where its own page stood, and where the file itself. */
  link: string;
  address: string;
  /** It was looked for, and found or not. */
  isTried: 0 | 1;
  /** In our library; null while it is not. */
  pictureId: number | null;
}

export interface Shelf {
  put(file: Omit<ShelvedFile, 'pictureId' | 'isTried'>): void;
  /** A file that a text shows and the export does not list: its number is below 0. */
  putUnlisted(file: string): ShelvedFile;
  byId(id: number): ShelvedFile | undefined;
  byFile(file: string): ShelvedFile | undefined;
  ofPost(parent: number): ShelvedFile[];
  tried(id: number, pictureId: number | null): void;
  filesAfter(id: number, limit: number): ShelvedFile[];
  /** A story with links to posts that had not come yet. */
  wait(storyId: number): void;
  waitingAfter(storyId: number, limit: number): number[];
  /** An address that a story had before; the first that had it counts. */
  putFormer(path: string, storyId: number): void;
  formerAfter(path: string, limit: number): { path: string; story: number }[];
  clear(): void;
}

const columns =
  'id, parent, file, title, caption, alt, link, address, tried AS isTried, picture_id AS pictureId';

/**
 * What a move keeps of the whole export while it goes through it: in tables of this connection alone, which lie in a
 * temporary file and not in memory, however many files the old site had.
 */
export function openShelf(db: Connection): Shelf {
  const connection = db.$client;
  connection.exec(`
    CREATE TEMP TABLE IF NOT EXISTS moving_files (id INTEGER PRIMARY KEY, parent INTEGER, file TEXT NOT NULL,
      title TEXT NOT NULL, caption TEXT NOT NULL, alt TEXT NOT NULL, link TEXT NOT NULL, address TEXT NOT NULL,
      tried INTEGER NOT NULL DEFAULT 0, picture_id INTEGER);
    CREATE INDEX IF NOT EXISTS temp.moving_files_by_file ON moving_files (file);
    CREATE INDEX IF NOT EXISTS temp.moving_files_of_post ON moving_files (parent, id);
    CREATE TEMP TABLE IF NOT EXISTS moving_links (story INTEGER PRIMARY KEY);
    CREATE TEMP TABLE IF NOT EXISTS moving_slugs (path TEXT PRIMARY KEY, story INTEGER NOT NULL) WITHOUT ROWID;
    DELETE FROM moving_files; DELETE FROM moving_links; DELETE FROM moving_slugs;`);
  const one = (condition: string) =>
    connection.prepare<unknown[], ShelvedFile>(`SELECT ${columns} FROM moving_files WHERE ${condition}`);
  const put = connection.prepare(
    'INSERT OR IGNORE INTO moving_files (id, parent, file, title, caption, alt, link, address) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const [byId, byFile, ofPost] = [
    one('id = ?'),
    one('file = ? LIMIT 1'),
    one('parent = ? ORDER BY id LIMIT 60'),
  ];
  const after = one('id > ? ORDER BY id LIMIT ?');
  const tried = connection.prepare('UPDATE moving_files SET tried = 1, picture_id = ? WHERE id = ?');
  const wait = connection.prepare('INSERT OR IGNORE INTO moving_links (story) VALUES (?)');
  const waiting = connection
    .prepare<unknown[], number>('SELECT story FROM moving_links WHERE story > ? ORDER BY story LIMIT ?')
    .pluck();
  const putFormer = connection.prepare('INSERT OR IGNORE INTO moving_slugs (path, story) VALUES (?, ?)');
  const former = connection.prepare<unknown[], { path: string; story: number }>(
    'SELECT path, story FROM moving_slugs WHERE path > ? ORDER BY path LIMIT ?',
  );
  let unlisted = 0;
  return {
    put: ({ id, parent, file, title, caption, alt, link, address }) =>
      put.run(id, parent, file, title, caption, alt, link, address),
    putUnlisted(file) {
      unlisted -= 1;
      put.run(unlisted, null, file, '', '', '', '', '');
      return byId.get(unlisted) as ShelvedFile;
    },
    byId: (id) => byId.get(id),
    byFile: (file) => byFile.get(file),
    ofPost: (parent) => ofPost.all(parent),
    tried: (id, pictureId) => tried.run(pictureId, id),
    filesAfter: (id, limit) => after.all(id, limit),
    wait: (storyId) => wait.run(storyId),
    waitingAfter: (storyId, limit) => waiting.all(storyId, limit) as number[],
    putFormer: (path, storyId) => putFormer.run(path, storyId),
    formerAfter: (path, limit) => former.all(path, limit),
    clear: () =>
      connection.exec('DROP TABLE moving_files; DROP TABLE moving_links; DROP TABLE moving_slugs;'),
  };
}
