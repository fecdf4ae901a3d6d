import { expect, test, vi } from 'vitest';
import { createUploadLimiter } from './upload-limiter.ts';

const aRequest = () => ({ complete: false, destroy: vi.fn() }) as never;

test('three of one network and six in all are let in, and who leaves makes room', () => {
  const uploads = createUploadLimiter();
  const first = [1, 2, 3].map(() => uploads.enter('10.0.0.1', aRequest()));
  expect(uploads.enter('10.0.0.1', aRequest())).toBeUndefined();
  for (const network of ['10.0.0.2', '10.0.0.3', '10.0.0.4'])
    expect(uploads.enter(network, aRequest())).toBeDefined();
  expect(uploads.enter('10.0.0.5', aRequest())).toBeUndefined();

  first[0]?.();
  expect(uploads.enter('10.0.0.5', aRequest())).toBeDefined();
  expect(uploads.enter('10.0.0.1', aRequest())).toBeUndefined();
});

test('who sends without end is cut off', () => {
  vi.useFakeTimers();
  const request = { complete: false, destroy: vi.fn() };
  createUploadLimiter().enter('10.0.0.1', request as never);
  vi.advanceTimersByTime(179_000);
  expect(request.destroy).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(request.destroy).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
