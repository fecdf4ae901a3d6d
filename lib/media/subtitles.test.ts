import { expect, test } from 'vitest';
import { readSubtitles, subtitlesAddress, subtitlesNamed } from './subtitles';

const read = (source: string) => {
  const outcome = readSubtitles(source);
  return outcome.ok ? outcome.text : outcome.line;
};

test('SubRip, as most programs write it, becomes WebVTT', () => {
  const source =
    '\uFEFF1\r\n00:00:01,200 --> 00:00:03,5\r\nনদীর পাড় ভাঙছে\r\nদুই বছর ধরে\r\n\r\n2\r\n00:01:00,000 --> 00:01:02,000\r\n<font color="red"><i>ঢেউয়ের</i> শব্দ</font>\r\n';
  expect(read(source)).toBe(
    'WEBVTT\n\n00:00:01.200 --> 00:00:03.500\nনদীর পাড় ভাঙছে\nদুই বছর ধরে\n\n00:01:00.000 --> 00:01:02.000\n<i>ঢেউয়ের</i> শব্দ\n'.normalize(
      'NFC',
    ),
  );
});

test('WebVTT keeps its captions and who speaks, and loses how it is drawn', () => {
  const source =
    'WEBVTT - নদী\n\nSTYLE\n::cue { color: red }\n\nNOTE কারও জন্য নয়\n\nশুরু\n00:01.000 --> 00:02.500 line:0 align:start\n<v রহিমা>আমাদের ঘর ওখানে ছিল।<script>alert(1)</script>';
  expect(read(source)).toBe(
    'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v রহিমা>আমাদের ঘর ওখানে ছিল।alert(1)\n'.normalize('NFC'),
  );
});

test('times may be typed in Bengali digits, and its own output is read as the same', () => {
  const once = read('০০:০০:০১,০০০ --> ০০:০০:০২,০০০\nএক --> দুই');
  expect(once).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nএক → দুই\n');
  expect(read(String(once))).toBe(once);
});

test.each([
  ['no captions at all', 'এটি একটি সাধারণ লেখা।', 1],
  ['no time', '1\n00:00:01,000 --> 00:00:02,000\nএক\n\n2\nদুই', 5],
  ['an end before its beginning', '1\n00:00:05,000 --> 00:00:02,000\nএক', 2],
  ['a time that is none', '\n\n00:00:xx --> 00:00:02,000\nএক', 3],
])('%s is told by its line', (_, source, line) => {
  expect(read(source)).toBe(line);
});

test('nothing is nothing', () => {
  expect(read(' \n\n')).toBe('');
  expect(read('WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n')).toBe('');
});

test('they lie under an address of their film and their words', () => {
  const address = subtitlesAddress('0123456789abcdef0123.mp4', 'deadbeef');
  expect(address).toBe('/media/0123456789abcdef0123-deadbeef.vtt');
  expect(subtitlesNamed('0123456789abcdef0123-deadbeef.vtt')).toEqual({
    film: '0123456789abcdef0123',
    mark: 'deadbeef',
  });
  expect(subtitlesNamed('../x.vtt')).toBeNull();
});
