import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { labelsIn } from '@/lib/site/labels';
import { HoursChart } from './hours-chart';
import { DepthTable, SourceTable } from './share-tables';
import { StoryReaders } from './story-readers';
import { StoryTable } from './story-table';

const say = labelsIn('bn');
const total = { views: 1200, quarters: 900, halves: 600, threeQuarters: 300, reads: 150 };
const sources = [
  { source: 'social' as const, views: 900 },
  { source: 'own' as const, views: 300 },
];
const hours = [
  { hour: 498_750, views: 0 },
  { hour: 498_751, views: 1200 },
];

test('a chart says in a sentence what it shows, and stands as a table beside it', () => {
  const page = renderToStaticMarkup(<HoursChart span="আজ" bars={hours} unit="hour" say={say} />);
  expect(page).toContain('aria-label="আজ: মোট ১,২০০ ভিউ, এক ঘণ্টায় সর্বোচ্চ ১,২০০"');
  expect(page.match(/<rect /g)).toHaveLength(2);
  expect(page.match(/<th scope="row">/g)).toHaveLength(2);
});

test('nothing read at all is a flat line, and no fraction of nothing', () => {
  const page = renderToStaticMarkup(
    <HoursChart span="আজ" bars={[{ hour: 498_750, views: 0 }]} unit="hour" say={say} />,
  );
  expect(page).toContain('মোট ০ ভিউ, এক ঘণ্টায় সর্বোচ্চ ০');
  expect(page).not.toContain('NaN');
});

test('parts are told as numbers and hundredths', () => {
  expect(renderToStaticMarkup(<DepthTable total={total} say={say} />)).toMatch(/অর্ধেক.*৬০০.*৫০%/);
  const table = <SourceTable caption="readership.sources" sources={sources} say={say} />;
  expect(renderToStaticMarkup(table)).toMatch(/সামাজিক মাধ্যম.*৯০০.*৭৫%/);
});

test('a story’s readers, and the stories that are read most', () => {
  const figures = { views: 1200, average: 41, toTheEnd: 13, perHour: 25 };
  const page = renderToStaticMarkup(<StoryReaders {...{ hours, total, figures, sources, say }} />);
  expect(page).toContain('লেখার ৪১%');
  const story = { id: 7, headline: 'বন্যা', section: 'national', sectionName: 'জাতীয়', average: 41, ...total };
  expect(renderToStaticMarkup(<StoryTable stories={[story]} say={say} />)).toContain(
    'href="/admin/stories/7"',
  );
});
