import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { labelsIn } from '@/lib/site/labels';
import { PublishedLine, UpdatedLine } from './published-line';

const say = labelsIn('bn');
const at = new Date('2026-12-02T19:21:07Z');

test.each([
  ['full', 'প্রকাশিত সময় : ০১:২১:০৭ পূর্বাহ্ন, বৃহস্পতিবার, ৩ ডিসেম্বর ২০২৬'],
  ['short', 'প্রকাশ: ৩ ডিসেম্বর ২০২৬, রাত ১:২১'],
] as const)('the time of publication in its %s form', (line, text) => {
  const html = renderToStaticMarkup(<PublishedLine at={at} line={line} say={say} />);
  expect(html).toBe(`<time dateTime="2026-12-02T19:21:07.000Z">${text.normalize('NFC')}</time>`);
});

test.each([
  ['full', 'হালনাগাদ : <time'],
  ['short', 'হালনাগাদ: <time'],
] as const)('the time of the last correction in its %s form', (line, text) => {
  expect(renderToStaticMarkup(<UpdatedLine at={at} line={line} say={say} />)).toContain(text);
});
