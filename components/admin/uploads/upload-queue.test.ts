import { expect, test, vi } from 'vitest';
import { isSettled, type Upload, UploadQueue } from './upload-queue';

type Saved = { kind: 'saved' };
const photo = (name: string) => new File(['x'], name);

/** A queue whose files are answered by the test, and what it told of each upload. */
function aQueue() {
  const answers = new Map<string, (kind: 'saved' | 'not-sent' | 'throw') => void>();
  const states = new Map<number, string[]>();
  let done = 0;
  const queue = new UploadQueue<Saved>({
    send: (file) =>
      new Promise((resolve, reject) => {
        answers.set(file.name, (kind) =>
          kind === 'throw' ? reject(new Error('no network')) : resolve({ kind } as Saved),
        );
      }),
    onChange: (key, { state }) => state && states.set(key, [...(states.get(key) ?? []), state]),
    onDone: () => {
      done += 1;
    },
  });
  const add = (name: string): Upload<Saved> => {
    const upload = queue.uploadOf(photo(name), null);
    queue.push(upload);
    return upload;
  };
  const answer = async (name: string, kind: 'saved' | 'not-sent' | 'throw') => {
    answers.get(name)?.(kind);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { queue, add, answer, statesOf: ({ key }: Upload<Saved>) => states.get(key), doneCount: () => done };
}

test('two files are sent at a time, the next when one has ended', async () => {
  const { add, answer, statesOf } = aQueue();
  const [first, second, third] = [add('a'), add('b'), add('c')];
  expect([statesOf(first), statesOf(second), statesOf(third)]).toEqual([['sending'], ['sending'], undefined]);
  await answer('a', 'saved');
  expect(statesOf(first)).toEqual(['sending', 'saved']);
  expect(statesOf(third)).toEqual(['sending']);
});

test('the page is refreshed once all files have ended', async () => {
  const { add, answer, doneCount } = aQueue();
  add('a');
  add('b');
  await answer('a', 'saved');
  expect(doneCount()).toBe(0);
  await answer('b', 'not-sent');
  expect(doneCount()).toBe(1);
});

test('a file whose sending fails can be sent again', async () => {
  const { queue, add, answer, statesOf } = aQueue();
  vi.spyOn(console, 'error').mockReturnValueOnce();
  const upload = add('a');
  await answer('a', 'throw');
  expect(statesOf(upload)).toEqual(['sending', 'not-sent']);
  queue.retry(upload);
  await answer('a', 'saved');
  expect(statesOf(upload)).toEqual(['sending', 'not-sent', 'waiting', 'sending', 'saved']);
});

test('a file with a fault is refused at once', () => {
  const refused = aQueue().queue.uploadOf(photo('a'), 'too heavy');
  expect(refused).toMatchObject({ state: 'refused', outcome: { kind: 'refused', error: 'too heavy' } });
  expect(isSettled(refused.state)).toBe(true);
});
