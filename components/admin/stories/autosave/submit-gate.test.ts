import { expect, test } from 'vitest';
import { SubmitGate } from './submit-gate';

test('a save of an untouched form goes out at once, one of typed text when it is released', () => {
  const gate = new SubmitGate<string>();
  expect(gate.lets(true)).toBe(true);
  expect(gate.lets(false)).toBe(false);
  gate.hold('publish');
  expect(gate.isHolding).toBe(true);
  expect(gate.release()).toEqual({ submitter: 'publish' });
  expect(gate.lets(false)).toBe(true);
  gate.sendOut('publish');
  expect(gate).toMatchObject({ isHolding: false, isOut: true });
});

test('a released save opens the gate for itself only', () => {
  const gate = new SubmitGate<string>();
  gate.hold('save');
  gate.release();
  gate.sendOut('save');
  expect(gate.lets(false)).toBe(false);
});

test('a second save waits for the answer to the first', () => {
  const gate = new SubmitGate<string>();
  gate.sendOut('save');
  gate.hold('publish');
  expect(gate.release()).toBeUndefined();
  gate.answered();
  expect(gate.release()).toEqual({ submitter: 'publish' });
  expect(gate.release()).toBeUndefined();
});

test('an unanswered save is held again; the one pressed meanwhile goes in its place', () => {
  const gate = new SubmitGate<string>();
  gate.sendOut('save');
  gate.unanswered();
  expect(gate.release()).toEqual({ submitter: 'save' });
  gate.sendOut('save');
  gate.hold('publish');
  gate.unanswered();
  expect(gate.release()).toEqual({ submitter: 'publish' });
});

test('a save by the Enter key has no button and is held all the same', () => {
  const gate = new SubmitGate<string>();
  gate.hold(null);
  expect(gate.isHolding).toBe(true);
  expect(gate.release()).toEqual({ submitter: null });
});
