import { expect, test as plain } from '@playwright/test';
import { TestServer, until } from '../support/server/test-server';

// Real servers with real clocks; each is opened, killed and opened again.
plain.describe.configure({ timeout: 180_000 });

interface DueOutcome {
  verb: string;
  at: number;
}

/** What the clock has done to a story, as the audit has it. */
function deedsOn(server: TestServer, id: number): DueOutcome[] {
  return server.rows<DueOutcome>(
    `select verb, at from audit_entries where subject_kind = 'story' and subject = ? and actor_kind = 'clock' order by id`,
    String(id),
  );
}

const statusOf = async (server: TestServer, id: number) => {
  const [story] = server.rows<{ path: string }>(
    `select '/' || slug || '/' || stories.id as path from stories join sections on sections.id = section_id
     where stories.id = ?`,
    id,
  );
  return (await fetch(server.baseURL + (story?.path ?? ''), { redirect: 'manual' })).status;
};

/** Two stories with a time each: one is to come, one to go. */
function promise(server: TestServer, at: number): { comes: number; goes: number } {
  const [comes, goes] = server
    .rows<{ id: number }>("select id from stories where state = 'published' order by id limit 2 offset 3")
    .map(({ id }) => id) as [number, number];
  server.change(
    "update stories set state = 'scheduled', scheduled_at = ?, published_at = null where id = ?",
    at,
    comes,
  );
  server.change('update stories set unpublish_at = ? where id = ?', at, goes);
  return { comes, goes };
}

async function both(server: TestServer, { comes, goes }: { comes: number; goes: number }): Promise<void> {
  await until(
    async () => deedsOn(server, comes).length > 0 && deedsOn(server, goes).length > 0,
    'both are done by the clock',
  );
}

/** Late by no more than this; measured on the store's own moments, not by this test's clock. */
const FIVE_SECONDS_MS = 5000;

plain('at its time a story comes and another goes, once each, with two servers on one store', async () => {
  const server = await TestServer.open();
  const second = await server.twin();
  try {
    const at = Date.now() + 6000;
    const due = promise(server, at);
    expect([...deedsOn(server, due.comes), ...deedsOn(server, due.goes)]).toEqual([]);

    await both(server, due);

    for (const id of [due.comes, due.goes]) {
      const deeds = deedsOn(server, id);
      expect(deeds).toHaveLength(1);
      const late = (deeds[0]?.at ?? 0) - at;
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(FIVE_SECONDS_MS);
    }
    for (const each of [server, second]) {
      await until(async () => (await statusOf(each, due.comes)) === 200, 'it is there');
      await until(async () => (await statusOf(each, due.goes)) !== 200, 'it is gone');
    }
  } finally {
    await second.stop();
    await server.close();
  }
});

plain('a server that was dead at the time does it as soon as it is back, and once', async () => {
  const server = await TestServer.open();
  try {
    await server.stop('SIGKILL');
    // Promised to the dead: on a slow machine the time could come before the kill.
    const at = Date.now() + 500;
    const due = promise(server, at);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, at + 1 - Date.now())));
    expect([...deedsOn(server, due.comes), ...deedsOn(server, due.goes)]).toEqual([]);

    const back = Date.now();
    await server.start();
    await both(server, due);
    const opened = Date.now();
    for (const id of [due.comes, due.goes]) expect(deedsOn(server, id)[0]?.at).toBeGreaterThanOrEqual(back);
    expect(opened).toBeGreaterThan(at);
    expect(await statusOf(server, due.comes)).toBe(200);
    // Under the time that was promised, however late the server was.
    expect(server.rows('select published_at as at from stories where id = ?', due.comes)).toEqual([{ at }]);

    await server.stop('SIGKILL');
    await server.start();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(deedsOn(server, due.comes)).toHaveLength(1);
    expect(deedsOn(server, due.goes)).toHaveLength(1);
  } finally {
    await server.close();
  }
});
