import { expect, test } from 'vitest';
import { type CommentRisk, totalRisk } from './comment-risk';
import { decideVisibility } from './decide-visibility';

const risk = (abuse: number, spam: number): CommentRisk => ({ abuse, spam, reasons: [] });
const closed = { newWriterBound: 0 };
const open = { newWriterBound: 0.2 };

test('a closed gate holds every first comment, and names foul language besides', () => {
  expect(decideVisibility(risk(0, 0), 'new', closed)).toEqual(['first-comment']);
  expect(decideVisibility(risk(0.9, 0), 'new', closed)).toEqual(['first-comment', 'abuse']);
});

test('an open gate lets a new writer through below its bound, and not at it', () => {
  expect(decideVisibility(risk(0.1, 0.05), 'new', open)).toEqual([]);
  expect(decideVisibility(risk(0.21, 0), 'new', open)).toEqual(['risky']);
  expect(decideVisibility(risk(0.1, 0.12), 'new', open)).toEqual(['risky']);
});

test('no trust lets a threat through, and much trust lets a strong word through', () => {
  expect(decideVisibility(risk(0.6, 0), 'known', open)).toEqual(['abuse']);
  expect(decideVisibility(risk(0.6, 0), 'trusted', open)).toEqual([]);
  expect(decideVisibility(risk(0.93, 0), 'trusted', open)).toEqual(['abuse']);
  expect(decideVisibility(risk(0.93, 0), 'staff', open)).toEqual([]);
});

test('two small risks add up', () => {
  expect(totalRisk(risk(0.5, 0.5))).toBe(0.75);
});
