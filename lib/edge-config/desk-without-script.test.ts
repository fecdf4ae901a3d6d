import { expect, test } from 'vitest';
import { deskNoscript } from './desk-without-script';

test('a permitted page is given nothing', () => {
  expect(deskNoscript('bn', 200)).toBeUndefined();
  expect(deskNoscript('bn', 403)).toContain('এ কাজের অনুমতি আপনার নেই');
  expect(deskNoscript('en', 404)).toContain('Page not found');
});
