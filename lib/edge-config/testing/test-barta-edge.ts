import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EdgeServer } from '@barta/edge';
import { fakeRenderer } from '@barta/edge/testing/test-edge';
import { type Connection, migrateDatabase, openDatabase } from '@/db/client';
import { openPageEventFeed } from '@/db/page-event-feed';
import { openEdge } from '../open-edge';
import { ViewCounter } from '../views/view-counter';

export interface TestBartaEdge {
  edge: EdgeServer;
  url: string;
  port: number;
  /** To SQLite, a connection of another process. */
  db: Connection;
  databaseUrl: string;
  views: ViewCounter;
  lines: string[];
  close(): Promise<void>;
}

/** The application's edge server on a free port, with a real SQLite file and whatever renders the pages. */
export async function startTestBartaEdge(
  pages: RequestListener,
  options: { mediaFolder?: string } = {},
): Promise<TestBartaEdge> {
  const folder = mkdtempSync(join(tmpdir(), 'barta-edge-'));
  const databaseUrl = `file:${join(folder, 'barta.db')}`;
  const db = openDatabase(databaseUrl);
  migrateDatabase(db);
  const dbOfEdge = openDatabase(databaseUrl);
  const lines: string[] = [];
  const views = new ViewCounter();
  const edge = openEdge({
    changeFeed: openPageEventFeed(databaseUrl),
    renderer: await fakeRenderer(pages),
    db: dbOfEdge,
    views,
    siteUrl: 'http://barta.test',
    trustedProxies: [],
    pageMemoryBytes: 16 * 1024 * 1024,
    ...options,
    log: (line) => lines.push(line),
  });
  const port = await edge.listen('127.0.0.1', 0);
  return {
    ...{ edge, port, db, databaseUrl, views, lines },
    url: `http://127.0.0.1:${port}`,
    async close() {
      await edge.close();
      db.$client.close();
      dbOfEdge.$client.close();
      rmSync(folder, { recursive: true });
    },
  };
}
