import { anEvening, asSeen, everybodyPosts, judged, workByKeys } from '../support/scenarios/evening';
import { expect, signIn, testWithOwnServer } from '../support/test';

/** A newsroom of its own, whose readers come by a proxy that says where they are. */
const test = testWithOwnServer(undefined, { TRUSTED_PROXIES: '127.0.0.1' });

const ADDRESSES = ['/international/1'];
test.setTimeout(300_000);

test('forty readers and six spammers among them post while a moderator works by keys: no spam stays, all else does', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'moderator', '/admin/comments');
  server.change("update comments set state = 'withdrawn' where state in ('held', 'spam')");
  const evening = anEvening(40, 6, 3);
  const spam = new Set(evening.filter(({ isSpam }) => isSpam).map(({ body }) => body));
  let isOver = false;
  const posting = everybodyPosts(evening, {
    baseURL: server.baseURL,
    addresses: ADDRESSES,
    atOnce: 6,
  }).finally(() => {
    isOver = true;
  });
  const spamSeen = new Set([...spam].map(asSeen));
  const keyFor = (text: string) => (spamSeen.has(text) ? 's' : 'a');
  await workByKeys(page, `${server.baseURL}/admin/comments?state=held`, keyFor, () => isOver);
  expect(await posting).toEqual({ refused: 0 });
  const visible = server.rows<{ body: string }>("select body from comments where state = 'visible'");
  const result = judged(evening, new Set(visible.map(({ body }) => body)));
  expect(result).toMatchObject({ spamSeen: 0, goodUnseen: 0, precision: 1, recall: 1 });
  // What the store says, the page says.
  const shown = await (await fetch(server.baseURL + ADDRESSES[0])).text();
  for (const body of spam) expect(shown).not.toContain(body);
});
