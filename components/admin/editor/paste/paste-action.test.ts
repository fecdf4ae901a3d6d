import { expect, test } from 'vitest';
import { MAX_BODY_CHARACTERS } from '@/lib/stories/body/limits';
import { pasteActionOf } from './paste-action';

const nothing = { text: '', html: '', files: [] as string[] };
const inEmptyLine = { isEmptyLine: true, bodyCharacters: 0 };
const inText = { isEmptyLine: false, bodyCharacters: 0 };
const film = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
const bijoy = 'Avgvi †mvbvi evsjv Avwg †Zvgvq fv‡jvevwm';

test('ordinary text is left to the editor', () => {
  expect(pasteActionOf({ ...nothing, text: 'আমার সোনার বাংলা' }, inEmptyLine)).toEqual({ kind: 'insert' });
});

test('a text that makes the body too long is refused, whatever it is', () => {
  const full = { isEmptyLine: true, bodyCharacters: MAX_BODY_CHARACTERS };
  expect(pasteActionOf({ ...nothing, text: film }, full).kind).toBe('refuse-too-long');
  expect(pasteActionOf(nothing, full).kind).toBe('insert');
});

test('files are uploaded if the clipboard has no text beside them', () => {
  const files = ['a.png'];
  expect(pasteActionOf({ ...nothing, files }, inText)).toEqual({ kind: 'upload', files });
  expect(pasteActionOf({ ...nothing, files, html: '<img>' }, inText).kind).toBe('insert');
});

test('the address of a film alone on a line makes a card, one within a sentence stays text', () => {
  expect(pasteActionOf({ ...nothing, text: `${film}\n` }, inEmptyLine)).toEqual({
    kind: 'ask-about-card',
    url: film,
  });
  expect(pasteActionOf({ ...nothing, text: film }, inText).kind).toBe('insert');
});

test('text for an old font is asked about, unless it was copied in the editor', () => {
  expect(pasteActionOf({ ...nothing, text: bijoy }, inText).kind).toBe('ask-about-bijoy');
  const copied = '<p data-pm-slice="1 1 []">Avgvi</p>';
  expect(pasteActionOf({ ...nothing, text: bijoy, html: copied }, inText).kind).toBe('insert');
});
