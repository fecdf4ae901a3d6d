import { describe, expect, test } from 'vitest';
import { type Busy, FairQueue } from './queue';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Enters and tells in `order` when it is its turn; the work ends when the test says so. */
function worker(queue: FairQueue, order: string[]) {
  const leave: (() => void)[] = [];
  return {
    ask: (network: string, name: string) =>
      void queue.enter(network).then((end) => {
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
    const { ask, endOne } = worker(new FairQueue({ atOnce: 2, waiting: 9, waitingOfOne: 9 }), order);

    for (const name of ['a', 'b', 'c', 'd']) ask('n', name);
    await settled();
    expect(order).toEqual(['a', 'b']);

    await endOne();
    expect(order).toEqual(['a', 'b', 'c']);
  });

  test('takes networks in turn: who floods it delays himself', async () => {
    const order: string[] = [];
    const { ask, endOne } = worker(new FairQueue({ atOnce: 1, waiting: 99, waitingOfOne: 99 }), order);

    for (let i = 0; i < 20; i++) ask('flood', `flood ${i}`);
    ask('reader', 'reader');
    await settled();
    await endOne();
    await endOne();

    expect(order).toEqual(['flood 0', 'flood 1', 'reader']);
  });

  test('refuses one network before it refuses all', async () => {
    const queue = new FairQueue({ atOnce: 1, waiting: 3, waitingOfOne: 2 });
    const statusOf = (network: string) =>
      Promise.race([
        queue.enter(network).then(
          () => 'in',
          (error: Busy) => error.status,
        ),
        settled().then(() => 'waits'),
      ]);

    expect(await statusOf('a')).toBe('in');
    expect([await statusOf('a'), await statusOf('a'), await statusOf('a')]).toEqual(['waits', 'waits', 429]);
    expect([await statusOf('b'), await statusOf('b')]).toEqual(['waits', 503]);
    expect(queue.waiting).toBe(3);
  });

  test('is empty again after any rush, and a second leave counts once', async () => {
    const queue = new FairQueue({ atOnce: 1, waiting: 99, waitingOfOne: 99 });
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
    const queue = new FairQueue({ atOnce: 1, waiting: 9, waitingOfOne: 9 });
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
