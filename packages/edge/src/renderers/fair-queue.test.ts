import { describe, expect, test } from 'vitest';
import { FairQueue, QueueEntry, type QueueFull } from './fair-queue.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Enters and tells in `order` when it is its turn; the work ends when the test says so. */
function worker(queue: FairQueue, order: string[]) {
  const leave: (() => void)[] = [];
  return {
    ask: (network: string, name: string, place?: QueueEntry) =>
      void queue.enter(network, undefined, place).then((end) => {
        order.push(name);
        leave.push(end);
      }),
    async endOne() {
      leave.shift()?.();
      await settled();
    },
  };
}

describe('a queue', () => {
  test('lets so many work at once, and the next when one has ended', async () => {
    const order: string[] = [];
    const { ask, endOne } = worker(
      new FairQueue({ concurrency: 2, maxWaiting: 9, maxWaitingPerNetwork: 9 }),
      order,
    );

    for (const name of ['a', 'b', 'c', 'd']) ask('n', name);
    await settled();
    expect(order).toEqual(['a', 'b']);

    await endOne();
    expect(order).toEqual(['a', 'b', 'c']);
  });

  test('takes networks in turn: who floods it delays himself', async () => {
    const order: string[] = [];
    const { ask, endOne } = worker(
      new FairQueue({ concurrency: 1, maxWaiting: 99, maxWaitingPerNetwork: 99 }),
      order,
    );

    for (let i = 0; i < 20; i++) ask('flood', `flood ${i}`);
    ask('reader', 'reader');
    await settled();
    await endOne();
    await endOne();

    expect(order).toEqual(['flood 0', 'flood 1', 'reader']);
  });

  test('does what two networks wait for at the turn of the first of them, and once', async () => {
    const order: string[] = [];
    const queue = new FairQueue({ concurrency: 1, maxWaiting: 99, maxWaitingPerNetwork: 5 });
    const { ask, endOne } = worker(queue, order);
    const place = new QueueEntry();

    ask('flood', 'flood 0');
    for (let i = 1; i < 5; i++) ask('flood', `flood ${i}`);
    ask('flood', 'wanted by both', place);
    ask('reader', 'reader');
    queue.join('reader', place);
    queue.join('reader', place);
    queue.join('flood', place);
    await settled();
    expect(queue.waiting).toBe(6);
    for (let i = 0; i < 6; i++) await endOne();

    expect(order).toEqual([
      'flood 0',
      'flood 1',
      'reader',
      'flood 2',
      'wanted by both',
      'flood 3',
      'flood 4',
    ]);
    expect(queue.waiting).toBe(0);
    // Its turn is over: it stands nowhere any more.
    queue.join('late', place);
    await endOne();
    ask('reader', 'next');
    await settled();
    expect(order.at(-1)).toBe('next');
  });

  test('a full line takes no joined work, and a turn that came too late is out of every line', async () => {
    const queue = new FairQueue({ concurrency: 1, maxWaiting: 99, maxWaitingPerNetwork: 1 });
    const leave = await queue.enter('a');
    const place = new QueueEntry();
    const late = queue.enter('a', 5, place).catch((error: QueueFull) => error.status);
    const other = queue.enter('b').then(() => 'in');
    queue.join('b', place);
    queue.join('c', place);
    expect([...place.networks]).toEqual(['a', 'c']);
    expect(await late).toBe(503);
    expect(queue.waiting).toBe(1);
    leave();
    expect(await other).toBe('in');
  });

  test('refuses one network before it refuses all', async () => {
    const queue = new FairQueue({ concurrency: 1, maxWaiting: 3, maxWaitingPerNetwork: 2 });
    const statusOf = (network: string) =>
      Promise.race([
        queue.enter(network).then(
          () => 'in',
          (error: QueueFull) => error.status,
        ),
        settled().then(() => 'waits'),
      ]);

    expect(await statusOf('a')).toBe('in');
    expect([await statusOf('a'), await statusOf('a'), await statusOf('a')]).toEqual(['waits', 'waits', 429]);
    expect([await statusOf('b'), await statusOf('b')]).toEqual(['waits', 503]);
    expect(queue.waiting).toBe(3);
  });

  test('is empty again after any rush, and a second leave counts once', async () => {
    const queue = new FairQueue({ concurrency: 1, maxWaiting: 99, maxWaitingPerNetwork: 99 });
    await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const end = await queue.enter(`network ${i % 7}`);
        await settled();
        end();
        end();
      }),
    );

    expect(queue.waiting).toBe(0);
    const end = await queue.enter('a');
    const next = queue.enter('b').then(() => 'in');
    expect(await Promise.race([next, settled().then(() => 'waits')])).toBe('waits');
    end();
    expect(await next).toBe('in');
  });

  test('sends away whoever has waited too long, and calls the others in their order', async () => {
    const order: string[] = [];
    const queue = new FairQueue({ concurrency: 1, maxWaiting: 9, maxWaitingPerNetwork: 9 });
    const { ask, endOne } = worker(queue, order);

    ask('n', 'a');
    const impatient = queue.enter('n', 5);
    ask('n', 'b');
    await expect(impatient).rejects.toMatchObject({ status: 503 });
    expect(queue.waiting).toBe(1);

    await endOne();
    expect(order).toEqual(['a', 'b']);
  });
});
