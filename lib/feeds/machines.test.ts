import { expect, test } from 'vitest';
import { isAdsTxt, securityContacts } from '@/lib/site/settings/machine-settings';
import { llmsTxt, robotsTxt, securityTxt } from './machines';
import { oembedOf, oembedXml, storyIdInAddress } from './oembed';
import { only, xmlTree } from './testing/xml-tree';

const site = 'https://barta.example';

test('robots.txt closes what is no use to a crawler, and names the sitemaps', () => {
  const lines = robotsTxt(site, ['sports', 'administration', 'accounts']).split('\n');
  expect(lines[0]).toBe('User-agent: *');
  expect(lines).toEqual(expect.arrayContaining(['Disallow: /admin', `Sitemap: ${site}/sitemap.xml`]));
  expect(lines).not.toContain('Disallow: /');
  // A section whose slug starts like a disallowed path is allowed by the longer rule, which comes first.
  expect(lines.filter((line) => line.startsWith('Allow: '))).toEqual([
    'Allow: /api/oembed',
    'Allow: /administration',
    'Allow: /accounts',
  ]);
  expect(lines.indexOf('Allow: /accounts')).toBeLessThan(lines.indexOf('Disallow: /admin'));
});

test('security.txt has the fields that RFC 9116 asks for', () => {
  const text = securityTxt(site, ['mailto:desk@barta.example'], new Date('2027-05-01T00:00:00.000Z'));
  expect(text).toMatch(/^Contact: mailto:desk@barta\.example$/m);
  expect(text.match(/^Expires: /gm)).toHaveLength(1);
  expect(text).toMatch(/^Expires: 2027-05-01T00:00:00Z$/m);
  expect(text).toMatch(/^Canonical: https:\/\/barta\.example\/\.well-known\/security\.txt$/m);
});

test('llms.txt begins with the title and a summary, and its links are whole', () => {
  const text = llmsTxt({ site, siteName: 'বার্তা' }, [
    { slug: 'sports', name: 'খেলা', nameEn: 'Sports' },
    { slug: 'odd', name: '[ক](খ) <b>', nameEn: '' },
  ]);
  expect(text).toMatch(/^# বার্তা\n\n> \S/);
  expect(text).toContain(`- [খেলা](${site}/sports): Sports`);
  // Each list item is a link and, after a colon, its description.
  const items = text.split('\n').filter((line) => line.startsWith('- '));
  expect(items.length).toBeGreaterThan(6);
  for (const item of items) expect(item).toMatch(/^- \[(?:[^\]\\]|\\.)+\]\(https:[^)]+\): \S/);
  for (const [, link] of text.matchAll(/\]\(([^)]*)\)/g)) expect(link).toMatch(/^https:\/\//);
});

test.each([
  ['', true],
  ['google.com, pub-123, DIRECT, f08c47fec0942fa0', true],
  ['# ours\nexchange.example, 7, RESELLER # by mail\ncontact=ads@barta.example', true],
  ['google.com, pub-123', false],
  ['google.com, pub-123, SOMETIMES', false],
  ['<script>alert(1)</script>', false],
])('as ads.txt, %j is right: %s', (text, isRight) => {
  expect(isAdsTxt(text)).toBe(isRight);
});

test.each([
  ['desk@barta.example', ['mailto:desk@barta.example']],
  ['https://barta.example/holes, mailto:a@b.example', ['https://barta.example/holes', 'mailto:a@b.example']],
  ['', []],
  ['the desk', null],
  ['http://barta.example', null],
])('as contacts, %j is %o', (text, contacts) => {
  expect(securityContacts(text)).toEqual(contacts);
});

test.each([
  [`${site}/sports/7`, 7],
  [`${site}/sports/7/`, 7],
  [`${site}/lite/sports/7`, 7],
  [`${site}/sports/7/%E0%A6%95?utm_source=x`, 7],
  [`${site}/sports`, null],
  [`${site}/sports/07`, null],
  ['https://elsewhere.example/sports/7', null],
  ['sports/7', null],
])('%s is of story %s', (address, id) => {
  expect(storyIdInAddress(address, site)).toBe(id);
});

test('an embedded story has all that oEmbed asks of a rich one, escaped, and fits the width', () => {
  const answer = oembedOf(
    {
      address: `${site}/sports/7`,
      headline: '<b>"জয়"</b> & হার',
      by: 'নাহিদা',
      siteName: 'বার্তা',
      site,
      picture: { address: `${site}/media/x.webp`, width: 1280, height: 720 },
    },
    { width: 320, height: 120 },
  );
  expect(answer).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 320,
    height: 120,
    provider_name: 'বার্তা',
  });
  expect(answer).not.toHaveProperty('thumbnail_url');
  expect(answer.html).toContain('&lt;b&gt;&quot;জয়&quot;&lt;/b&gt; &amp; হার');
  expect(only(xmlTree(oembedXml(answer)), 'html')).toBe(answer.html);
});
