import { expect, test } from 'vitest';
import { isThanked, newSince } from './newly-posted';

const noon = new Date('2026-11-24T06:00:00Z');
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

test('who is led to the thanks beside a comment finds them, though the page is drawn half a minute later', () => {
  const written = { createdAt: noon };
  const led = Array.from({ length: 600 }, (_, seconds) => seconds).filter((at) =>
    isThanked(written, later(at)),
  );
  expect(led.length).toBeGreaterThan(180);
  for (const at of led) expect(noon > newSince(later(at + 30)), `${at} s`).toBe(true);
  expect(isThanked(written, later(600))).toBe(false);
  expect(noon > newSince(later(600))).toBe(false);
});
