import { expect, test } from 'vitest';
import { gateOfSection } from './gate-of-section';

test('the gate is closed until the newsroom chooses a budget, but for lenient sections', () => {
  expect(gateOfSection('usual', 0)).toEqual({ newWriterBound: 0 });
  expect(gateOfSection('lenient', 0).newWriterBound).toBeGreaterThan(0);
});

test('a strict section holds all of them, whatever the budget', () => {
  expect(gateOfSection('strict', 50)).toEqual({ newWriterBound: 0 });
});

test('a smaller budget for errors lets less risk through', () => {
  const bounds = [50, 100, 200, 500].map((budget) => gateOfSection('usual', budget).newWriterBound);
  expect(bounds).toEqual(bounds.toSorted((a, b) => b - a));
  expect(new Set(bounds).size).toBe(4);
});
