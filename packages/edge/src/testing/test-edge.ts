import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, migrateDatabase, openDatabase } from '@/db/client';
import { watchStore } from '@/db/watch';
import { type BartaEdge, openEdge } from '@/lib/edge-config/open-edge';
import { ViewCounter } from '@/lib/edge-config/view-counter';
import { type CacheTags, cacheTagsMeta } from '../cache-tags';
import type { RenderTimeouts } from '../renderers/render-request';
import type { Renderer } from '../renderers/renderer-process';

export interface TestEdge {
  edge: BartaEdge;
  url: string;
  port: number;
  /** A connection of another process, as far as SQLite can tell. */
  db: Connection;
  databaseUrl: string;
  views: ViewCounter;
  lines: string[];
  close(): Promise<void>;
}

interface TestEdgeOptions {
  renderer?: Renderer;
  /** How many stand behind it; one if left out. */
  renderers?: number;
  siteUrl?: string;
  trustedProxies?: string[];
  pageMemoryBytes?: number;
  mediaFolder?: string;
  patience?: RenderTimeouts;
  headMs?: number;
}

/** A real door on a free port, before a real SQLite file and whatever makes the pages. */
export async function startTestEdge(pages: RequestListener, wishes: TestEdgeOptions = {}): Promise<TestEdge> {
  const folder = mkdtempSync(join(tmpdir(), 'barta-door-'));
  const databaseUrl = `file:${join(folder, 'barta.db')}`;
  const db = openDatabase(databaseUrl);
  migrateDatabase(db);
  const ofTheDoor = openDatabase(databaseUrl);
  const lines: string[] = [];
  const views = new ViewCounter();
  const renderer = wishes.renderer ?? (await fakeRenderer(pages));
  const door = openEdge({
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
    ...{ edge: door, port, db, databaseUrl, views, lines },
    url: `http://127.0.0.1:${port}`,
    async close() {
      await door.close();
      db.$client.close();
      ofTheDoor.$client.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The door asks for a renderer's port and nothing else; a plain server will do for the door's own rules. */
export async function fakeRenderer(pages: RequestListener): Promise<Renderer & { server: Server }> {
  const server = createServer(pages);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    server,
    lease: async () => ({ port, release() {}, onEnded() {} }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const tagsMeta = (...tags: string[]) => metaOf({ tags });

export function metaOf(cacheTags: CacheTags): string {
  const { name, content } = cacheTagsMeta(cacheTags);
  return `<meta name="${name}" content="${content.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`;
}

export async function readText(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
