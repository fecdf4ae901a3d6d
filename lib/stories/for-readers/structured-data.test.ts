import { expect, test } from 'vitest';
import { livePosts } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { readLive } from './live-reading';
import { readStory } from './reading';
import { newsroomDataOf, structuredDataOf } from './structured-data';

/** As a search engine parses it. */
// biome-ignore lint/suspicious/noExplicitAny: its shape is what is tested
type Thing = any;
type Graph = { '@context': string; '@graph': Thing[] };

const site = 'https://barta.example';
const isDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

async function dataOf(overrides: Parameters<typeof aStory>[1]) {
  const db = newsroom();
  const { id } = aStory(db, overrides);
  const story = await readStory(id, db);
  if (!story) throw new Error('no story');
  const data = structuredDataOf(story, site, 'বার্তা') as Graph;
  const [article, trail] = data['@graph'] as [Thing, Thing];
  return { data, article, trail };
}

test.each([
  ['with all', { topics: ['পরিবেশ'], bylines: ['nahida'], standfirst: 'ছোট করে' }],
  ['without byline, topic and picture', {}],
  ['with a headline of 300 letters', { headline: 'কুয়াশায় '.repeat(40) }],
] as const)('a story %s has what Google asks of an article', async (_, overrides) => {
  const { data, article, trail } = await dataOf({ ...overrides, section: 'sports' } as never);
  expect(data['@context']).toBe('https://schema.org');
  expect(article['@type']).toBe('NewsArticle');
  expect(article.headline.length).toBeLessThanOrEqual(110);
  expect(article.description).toMatch(/\S/);
  expect(article.datePublished).toMatch(isDate);
  expect(article.dateModified).toMatch(isDate);
  expect(article.dateModified >= article.datePublished).toBe(true);
  expect(article.author.length).toBeGreaterThan(0);
  for (const author of article.author) {
    expect(author['@type']).toMatch(/^(Person|Organization|NewsMediaOrganization)$/);
    expect(author.name).not.toBe('');
    expect(author.url).toMatch(/^https:\/\/barta\.example\/[\x21-\x7e]*$/);
  }
  expect(article.publisher).toMatchObject({ name: 'বার্তা', logo: { '@type': 'ImageObject' } });
  for (const image of article.image ?? []) expect(image).toMatch(/^https:\/\/\S+\.(webp|png|jpe?g)$/);

  const steps = trail.itemListElement;
  expect(trail['@type']).toBe('BreadcrumbList');
  expect(steps.map((step: Thing) => step.position)).toEqual([1, 2, 3]);
  expect(steps.slice(0, -1).every((step: Thing) => /^https:\/\//.test(step.item) && step.name)).toBe(true);
});

test.each([
  ['/media/nodi.mp4', { contentUrl: 'https://barta.example/media/nodi.mp4' }],
  ['https://films.example/a.mp4', { contentUrl: 'https://films.example/a.mp4', url: undefined }],
  ['https://youtu.be/abcdef12345', { embedUrl: 'https://www.youtube.com/embed/abcdef12345' }],
  // A page is neither a player nor a file, so only its address is given.
  [
    'https://example.com/film',
    { url: 'https://example.com/film', embedUrl: undefined, contentUrl: undefined },
  ],
])('the film %s has what Google asks of a film', async (video, addressed) => {
  const { data, article } = await dataOf({ form: 'video', video, videoSeconds: 205, standfirst: 'ছোট করে' });
  const film = data['@graph'].find((one) => one['@type'] === 'VideoObject');
  expect(film).toMatchObject({
    name: article.headline,
    description: 'ছোট করে',
    uploadDate: article.datePublished,
    duration: 'PT3M25S',
  });
  for (const [name, address] of Object.entries(addressed)) expect(film[name]).toBe(address);
  expect(article.video).toEqual({ '@id': film['@id'] });
});

test('a view is said to be one, and a story read aloud says so', async () => {
  const { article } = await dataOf({ form: 'opinion', audio: '/media/a.mp3', audioSeconds: 61 });
  expect(article['@type']).toBe('OpinionNewsArticle');
  expect(article.audio).toMatchObject({
    '@type': 'AudioObject',
    contentUrl: 'https://barta.example/media/a.mp3',
    duration: 'PT1M1S',
  });
});

test('live coverage says when it began and ended, and what was posted, newest first', async () => {
  const db = newsroom();
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 6, minute));
  const { id } = aStory(db, { form: 'live', liveEndedAt: at(50) });
  for (const [minute, body] of ['এক', 'দুই'].entries())
    db.insert(livePosts)
      .values({ storyId: id, body, bodyHtml: `<p>${body}</p>`, at: at(minute), isPinned: minute === 0 })
      .run();
  const story = await readStory(id, db);
  const live = await readLive(id, undefined, db);
  if (!story || !live) throw new Error('no story');
  const [article] = (structuredDataOf(story, site, 'বার্তা', { live }) as Graph)['@graph'] as [Thing];
  expect(article).toMatchObject({
    '@type': 'LiveBlogPosting',
    dateModified: story.publishedAt > at(1) ? story.publishedAt.toISOString() : at(1).toISOString(),
    coverageStartTime: at(0).toISOString(),
    coverageEndTime: at(50).toISOString(),
    liveBlogUpdate: [
      { '@type': 'BlogPosting', headline: 'দুই', articleBody: 'দুই', datePublished: at(1).toISOString() },
      { headline: 'এক', url: `${site}/national/${id}/post/1#post-1` },
    ],
  });
});

test('a live story without a post is an article yet, and a correction of before its publication is none', async () => {
  const { article } = await dataOf({ form: 'live', correctedAt: new Date('2020-01-01T00:00:00Z') });
  expect(article['@type']).toBe('NewsArticle');
  expect(article).not.toHaveProperty('liveBlogUpdate');
  expect(article.dateModified).toBe(article.datePublished);
});

test('the newsroom’s own icon is its logo', async () => {
  const db = newsroom();
  const story = await readStory(aStory(db).id, db);
  if (!story) throw new Error('no story');
  const iconFile = '0123456789abcdef0123';
  const { '@graph': graph } = structuredDataOf(story, site, 'বার্তা', { iconFile }) as Graph;
  expect(graph[0].publisher.logo.url).toBe(`${site}/media/${iconFile}-512.png`);
});

test('the front says who publishes, with a sign that has pixels', () => {
  const { '@graph': graph } = newsroomDataOf(site, 'বার্তা', {
    elsewhere: ['https://x.example/barta'],
    iconFile: '',
  }) as Graph;
  expect(graph.map((one) => one['@type'])).toEqual(['NewsMediaOrganization', 'WebSite']);
  expect(graph[0]).toMatchObject({ url: `${site}/`, logo: { url: expect.stringMatching(/\.png$/) } });
  expect(graph[0]?.sameAs).toEqual(['https://x.example/barta']);
});
