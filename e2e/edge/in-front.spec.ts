import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readerQueryNames, unrememberedSegments } from '@/lib/site/paths';
import { answerIn, CommentClient, threadsIn } from '../support/forms/comment-client';
import { aKnownDevice } from '../support/forms/known-writer';
import { InFront, isInstalled } from '../support/server/proxy-in-front';
import { aFreePort, TestServer, until } from '../support/server/test-server';

test.describe.configure({ timeout: 240_000 });

const story = '/international/1';
const secret = 'a-secret-of-the-proxy-and-the-edge';

/** A headline that no other has, as an event that another program commits. */
function changeHeadline(server: TestServer, headline: string): void {
  server.change('update stories set headline = ? where id = 1', headline);
  server.change('insert into page_events (tags, at) values (?, ?)', '["story:1","front"]', Date.now());
}

async function behind(
  kind: 'nginx' | 'caddy' | 'varnish',
  work: (front: InFront, server: TestServer) => Promise<void>,
  environment: Record<string, string> = {},
): Promise<void> {
  const front = new InFront(await aFreePort());
  const server = await TestServer.open({
    TRUSTED_PROXIES: '127.0.0.1',
    SITE_URL: front.url,
    ...(kind === 'nginx' ? { PAGE_FILES: front.pageFiles } : {}),
    ...(kind === 'varnish' ? { SHARED_MAX_AGE: '3600', PURGE_URL: front.url, PROXY_SECRET: secret } : {}),
    ...environment,
  });
  try {
    if (kind === 'varnish') await front.varnish(server.port, secret);
    else await front[kind](server.port);
    await work(front, server);
  } finally {
    await server.close();
    await front.close();
  }
}

const text = async (url: string) => (await fetch(url)).text();

/**
 * Stops the edge server at a moment at which the story's page lies in front of it. Behind its start the clock tells of the day and
 * of what is read most, and the page goes once more, so that a first try may find it gone: nobody answers then, and the edge server
 * goes on until the next.
 */
async function heldStill(front: InFront, server: TestServer): Promise<void> {
  await until(
    async () => {
      await text(front.url + story);
      process.kill(server.edgePid, 'SIGSTOP');
      const isKept = await fetch(front.url + story, { signal: AbortSignal.timeout(3000) }).then(
        (answer) => answer.status === 200,
        () => false,
      );
      if (!isKept) process.kill(server.edgePid, 'SIGCONT');
      return isKept;
    },
    'the page is kept in front',
    90,
  );
}

/** What a browser is told, without what belongs to one answer, one packing or one connection. */
function lasting(answer: Response): Record<string, string> {
  const passing =
    /^(date|server|connection|keep-alive|etag|last-modified|content-(length|encoding)|transfer-encoding|accept-ranges|age|via)$/;
  return Object.fromEntries(
    [...answer.headers]
      .filter(([name]) => !passing.test(name))
      .map(([name, value]) => [name, name === 'vary' ? value.toLowerCase() : value]),
  );
}

/** A comment by whoever reads through the proxy, and whether the very next reader of it sees the page anew. */
async function commentThrough(front: InFront, server: TestServer): Promise<void> {
  const email = 'known-in-front@mail.example';
  const client = new CommentClient(front.url, story, aKnownDevice(server, { email }));

  const answer = await client.post({ body: 'সঙ্গে সঙ্গে দেখা যায়', name: 'রহিম', email });
  expect([answer.status, answerIn(answer)]).toEqual([303, 'done']);
  expect(threadsIn(answer.page)).toContain('সঙ্গে সঙ্গে দেখা যায়');
  expect(await client.page()).toContain('সঙ্গে সঙ্গে দেখা যায়');
}

test('the files under deploy/ know every path and query that is not for all', () => {
  const [nginx, varnish] = ['nginx.conf', 'varnish.vcl'].map((name) =>
    readFileSync(`deploy/${name}`, 'utf8'),
  );
  expect(nginx).toContain(`(${readerQueryNames.join('|')})=`);
  expect(varnish).toContain(`(${readerQueryNames.join('|')})=`);
  const own = unrememberedSegments.filter((segment) => segment !== '_next');
  expect(varnish).toContain(`^/(${own.join('|')})([/?]|$)`);
});

test.describe('nginx with page files', () => {
  test.skip(!isInstalled('nginx'), 'nginx is not installed here');

  test('answers from files, with the headers of the edge server, and never what has changed', async () => {
    await behind('nginx', async (front, server) => {
      const file = join(front.pageFiles, 'live', 'international', '1.html');
      // Behind its start the clock tells of the day and of what is read most, and pages go once more.
      await until(async () => {
        const answer = await fetch(front.url + story);
        return /^"[0-9a-f]+-[0-9a-f]+"$/.test(answer.headers.get('etag') ?? '');
      }, 'it comes from a file');

      const [fromFile, fromEdge] = await Promise.all([
        fetch(front.url + story),
        fetch(server.baseURL + story),
      ]);
      // It cannot know which pages have a card of another site, and permits their frames on all.
      const headers = lasting(fromFile);
      const policy = headers['content-security-policy']?.replace(/frame-src [^;]+; /, '');
      expect({ ...headers, 'content-security-policy': policy }).toEqual(lasting(fromEdge));
      expect(await fromFile.text()).toBe(await fromEdge.text());
      const again = await fetch(front.url + story, {
        headers: { 'if-none-match': fromFile.headers.get('etag') ?? '' },
      });
      expect(again.status).toBe(304);

      // With the edge server held still, files go out, and what is no file does not.
      process.kill(server.edgePid, 'SIGSTOP');
      try {
        const statusOf = (path: string) =>
          fetch(front.url + path, { signal: AbortSignal.timeout(1500) }).then(
            (answer) => answer.status,
            () => 'asks the edge server',
          );
        expect(await statusOf(story)).toBe(200);
        expect(await statusOf(`${story}?utm_source=x`)).toBe(200);
        expect(await statusOf(`${story}?reply=1`)).toBe('asks the edge server');
        expect(await statusOf('/login')).toBe('asks the edge server');
      } finally {
        process.kill(server.edgePid, 'SIGCONT');
      }

      changeHeadline(server, 'শিরোনাম বদলেছে');
      await until(async () => !existsSync(file), 'the file goes');
      expect(await text(front.url + story)).toContain('শিরোনাম বদলেছে');
      expect(await text(front.url)).toContain('শিরোনাম বদলেছে');
    });
  });

  test('who writes through it reads what was written, and everything else passes', async () => {
    await behind('nginx', async (front, server) => {
      await commentThrough(front, server);
      expect((await fetch(`${front.url}/nothing/here`)).status).toBe(404);
      const topic =
        server.rows<{ slug: string }>('select slug from topics order by id limit 1')[0]?.slug ?? '';
      for (let i = 0; i < 2; i++) {
        expect((await fetch(`${front.url}/topic/${encodeURIComponent(topic)}`)).status).toBe(200);
      }
      expect((await fetch(`${front.url}//national//`, { redirect: 'manual' })).status).toBeLessThan(400);
    });
  });

  test('an edge server that is killed leaves no file behind, and one that starts begins empty', async () => {
    await behind('nginx', async (front, server) => {
      const live = join(front.pageFiles, 'live');
      // The clock of an edge server that has just started tells of the day, and what was made before it goes once more.
      await until(async () => {
        await text(front.url + story);
        return existsSync(join(live, 'international', '1.html'));
      }, 'the page lies there');

      await server.stop('SIGKILL');
      await until(async () => !existsSync(live), 'the pages are taken away');
      changeHeadline(server, 'যখন কেউ দেখছিল না');
      expect((await fetch(front.url + story)).status).toBe(502);

      await server.start();
      expect(await text(front.url + story)).toContain('যখন কেউ দেখছিল না');
      expect(readdirSync(front.pageFiles).filter((name) => name.startsWith('pages-'))).toHaveLength(1);
    });
  });
});

test.describe('Varnish', () => {
  test.skip(!isInstalled('varnish'), 'Varnish is not installed here');

  test('keeps pages without asking, and forgets them by tag', async () => {
    await behind('varnish', async (front, server) => {
      await text(front.url + story);
      await text(`${front.url}/district`);
      const first = await fetch(front.url + story);
      expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      const [inFront, direct] = [first, await fetch(server.baseURL + story)].map(lasting);
      expect({ ...inFront, 'cache-control': '' }).toEqual({ ...direct, 'cache-control': '' });
      expect(direct?.['cache-control']).toBe(
        'public, max-age=0, s-maxage=3600, stale-while-revalidate=3600, stale-if-error=86400',
      );
      expect([...first.headers.keys()].filter((name) => /^x-(page|barta|varnish)|^age$/.test(name))).toEqual(
        [],
      );

      await heldStill(front, server);
      try {
        const kept = await fetch(`${front.url}${story}?utm_source=x`, { headers: { cookie: 'anything=1' } });
        expect(kept.status).toBe(200);
      } finally {
        process.kill(server.edgePid, 'SIGCONT');
      }
      // Not given up for sick while it stood still: what is written goes through.
      await until(
        async () => (await fetch(`${front.url}/login`)).status === 200,
        'the edge server is asked again',
      );

      for (let turn = 0; turn < 5; turn++) {
        changeHeadline(server, `শিরোনাম ${turn}`);
        await until(
          async () => (await text(front.url + story)).includes(`শিরোনাম ${turn}`),
          'the new headline',
        );
      }
      await commentThrough(front, server);
    });
  });

  test('is told nothing by strangers, and tells them nothing', async () => {
    await behind('varnish', async (front, server) => {
      const purge = (headers: Record<string, string>) => fetch(front.url, { method: 'PURGE', headers });
      expect((await purge({ 'x-ban-tags': '.' })).status).toBe(403);
      expect((await purge({ 'x-ban-tags': '.', 'x-barta-proxy': 'a guess' })).status).toBe(403);

      const told = async (headers: Record<string, string>) =>
        (await fetch(server.baseURL + story, { headers })).headers.get('x-page-tags');
      expect(await told({})).toBeNull();
      expect(await told({ 'x-barta-proxy': 'a guess' })).toBeNull();
      expect(await told({ 'x-barta-proxy': secret })).toContain(',story:1,');
    });
  });

  test('gives what it has while the edge server is away', async () => {
    await behind('varnish', async (front, server) => {
      await heldStill(front, server);
      await server.stop('SIGKILL');
      expect((await fetch(front.url + story)).status).toBe(200);
    });
  });
});

test.describe('Caddy', () => {
  test.skip(!isInstalled('caddy'), 'Caddy is not installed here');

  test('passes everything on, names the reader, and waits for an edge server that restarts', async () => {
    await behind('caddy', async (front, server) => {
      const [through, direct] = await Promise.all([fetch(front.url + story), fetch(server.baseURL + story)]);
      expect(lasting(through)).toEqual(lasting(direct));
      expect(await through.text()).toBe(await direct.text());
      await commentThrough(front, server);

      await server.stop();
      const waiting = fetch(front.url + story);
      await server.start();
      expect((await waiting).status).toBe(200);
    });
  });
});
