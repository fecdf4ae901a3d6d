import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppDb, migrateDatabase, openDatabase } from '@/db/client';
import { watchStore } from '@/db/watch';
import { writeNote } from '@/lib/cache/cache-tags';
import { type Door, openDoor } from '../open-door';
import type { Patience } from '../renderers/ask';
import type { Renderer } from '../renderers/renderer';
import { Views } from '../requests/views';

export interface DoorUnderTest {
  door: Door;
  url: string;
  port: number;
  /** A connection of another process, as far as SQLite can tell. */
  db: AppDb;
  databaseUrl: string;
  views: Views;
  lines: string[];
  end(): Promise<void>;
}

interface Wishes {
  renderer?: Renderer;
  /** How many stand behind it; one if left out. */
  renderers?: number;
  siteUrl?: string;
  trustedProxies?: string[];
  pageMemoryBytes?: number;
  mediaFolder?: string;
  patience?: Patience;
  headMs?: number;
}

/** A real door on a free port, before a real SQLite file and whatever makes the pages. */
export async function aDoor(pages: RequestListener, wishes: Wishes = {}): Promise<DoorUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'barta-door-'));
  const databaseUrl = `file:${join(folder, 'barta.db')}`;
  const db = openDatabase(databaseUrl);
  migrateDatabase(db);
  const ofTheDoor = openDatabase(databaseUrl);
  const lines: string[] = [];
  const views = new Views();
  const renderer = wishes.renderer ?? (await aRenderer(pages));
  const door = openDoor({
    watch: watchStore(databaseUrl),
    renderer,
    db: ofTheDoor,
    views,
    siteUrl: wishes.siteUrl ?? 'http://barta.test',
    trustedProxies: wishes.trustedProxies ?? [],
    pageMemoryBytes: wishes.pageMemoryBytes ?? 16 * 1024 * 1024,
    ...(wishes.mediaFolder ? { mediaFolder: wishes.mediaFolder } : {}),
    renderers: wishes.renderers ?? 1,
    patience: wishes.patience,
    headMs: wishes.headMs,
    log: (line) => lines.push(line),
  });
  const said = await door.listen('127.0.0.1', 0);
  const port = Number(/:(\d+)$/.exec(said)?.[1]);
  return {
    ...{ door, port, db, databaseUrl, views, lines },
    url: `http://127.0.0.1:${port}`,
    async end() {
      await door.close();
      db.$client.close();
      ofTheDoor.$client.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The door asks for a renderer's port and nothing else; a plain server will do for the door's own rules. */
export async function aRenderer(pages: RequestListener): Promise<Renderer & { server: Server }> {
  const server = createServer(pages);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    server,
    lease: async () => ({ port, end() {}, onEnded() {} }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const noteFor = (...tags: string[]) => noteOf({ tags });

export function noteOf(note: Parameters<typeof writeNote>[0]): string {
  return `<meta name="page-note" content="${writeNote(note).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`;
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
