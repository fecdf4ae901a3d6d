import { expect, test } from 'vitest';
import { trialTexts } from '../testing/trial-texts';
import { untaughtScore } from '../testing/untaught';
import texts from './hard-texts.fixture.json';

const HELD = 5;
const GREY = 3;
const share = (given: { body: string }[], from: number) =>
  given.filter((text) => untaughtScore(text) >= from).length / given.length;

test.each([...texts.spam, ...texts.laterSpam])('held: %s', (body) => {
  expect(untaughtScore({ body })).toBeGreaterThanOrEqual(HELD);
});

test.each([...texts.honest, ...texts.laterHonest])('left alone: %s', (body) => {
  expect(untaughtScore({ body })).toBeLessThan(GREY);
});

test('advertisements of many trades are held, and what looks like one and is none is left alone', () => {
  expect(share(trialTexts('adverts'), HELD)).toBeGreaterThanOrEqual(0.98);
  expect(share(trialTexts('readers'), GREY)).toBeLessThanOrEqual(0.01);
});

test('of texts that no weight was chosen by, few are judged wrongly', () => {
  expect(share(trialTexts('adverts-kept'), GREY)).toBeGreaterThanOrEqual(0.8);
  expect(share(trialTexts('readers-kept'), GREY)).toBeLessThanOrEqual(0.1);
});
