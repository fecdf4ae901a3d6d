import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { labelsIn } from '@/lib/site/labels';
import { Footer } from './footer';

const say = labelsIn('bn');
const site = {
  ...{ siteName: 'বার্তা', tagline: '', calendar: 'revised2019' as const, footerNote: '' },
  ...{ liveTvUrl: '', facebookUrl: '', youtubeUrl: '', xUrl: '', say },
};

test.each([
  [0, []],
  [1, ['nav.sections']],
  [2, ['nav.sections', 'nav.moreSections']],
] as const)('of %i sections no heading stands over nothing', (many, headings) => {
  const sections = Array.from({ length: many }, (_, at) => ({
    ...{ slug: `s${at}`, name: `বিভাগ ${at}`, menu: 'bar' as const },
  }));
  const menus = { bar: [], more: [], footer: [] };
  const html = renderToStaticMarkup(
    <Footer site={site} sections={sections} menus={menus} now={new Date()} />,
  );
  const named = ['nav.sections', 'nav.moreSections'].filter((key) =>
    html.includes(`<h2>${say(key as 'nav.sections')}</h2>`),
  );
  expect(named).toEqual(headings);
});
