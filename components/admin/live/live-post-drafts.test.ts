import { expect, test } from 'vitest';
import { draftKey, restoredValue, textAfterSending } from './live-post-drafts';

test('text typed after what was sent stays', () => {
  expect(textAfterSending('গোল!\n\nআবার গোল!', 'গোল!')).toEqual({ rest: 'আবার গোল!', removed: 6 });
  expect(textAfterSending('গোল!', 'গোল!')).toEqual({ rest: '', removed: 4 });
});

test('all of the text stays where the sent part was edited meanwhile', () => {
  expect(textAfterSending('গোল নয়!', 'গোল!')).toBeNull();
});

test('a restored draft keeps what was typed before the script was there', () => {
  const untouched = { value: 'পুরনো', defaultValue: 'পুরনো' };
  const editedField = { value: 'নতুন', defaultValue: '' };
  expect(restoredValue('body', 'খসড়া', untouched)).toBe('খসড়া');
  expect(restoredValue('body', 'খসড়া', editedField)).toBe('খসড়া\n\nনতুন');
  expect(restoredValue('headline', 'খসড়া', editedField)).toBe('খসড়া · নতুন');
  expect(restoredValue('body', '', editedField)).toBe('');
});

test('each post of each story has its own draft', () => {
  expect(draftKey(7, 'new')).toBe('barta-live-7-new');
  expect(draftKey(7, 12)).toBe('barta-live-7-12');
});
