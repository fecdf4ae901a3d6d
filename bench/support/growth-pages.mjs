/** A word of no story. */
export const NOWHERE = 'ঝঞ্ঝাটহীনতম';

const q = (word) => encodeURIComponent(word);

/**
 * Addresses of each kind of page: the largest topic, the middle of the archive, a story that is talked about. `dhakaDay`
 * gives the day of a Date as `2026-11-24`.
 */
export function pagesOf(store, words, dhakaDay) {
  const found = subjectsIn(store);
  const listed = (group, pages) =>
    Object.entries(pages).map(([name, paths]) => ({ group, name, paths: [paths].flat() }));
  return [
    ...listed('reader', readerPages(found, words, dhakaDay)),
    ...listed('desk', deskPages(found, words, dhakaDay)),
  ];
}

function subjectsIn(store) {
  const one = (sql, ...bound) => store.prepare(sql).get(...bound);
  const reports = store
    .prepare(
      `select stories.id, slug, published_at as at from stories join sections on sections.id = section_id
       where state = 'published' and form not in ('live', 'photo', 'video') order by published_at desc limit 40`,
    )
    .all();
  const [newest] = reports;
  const live = one(
    `select stories.id, slug from stories join sections on sections.id = section_id
     where state = 'published' and form <> 'report' and form = 'live' order by published_at desc limit 1`,
  );
  // Of the last thousand, so that it is as large in every store.
  const talked = one(
    `select stories.id, slug from stories join sections on sections.id = section_id
     where stories.id = (select story_id from comments where story_id > ? and state = 'visible'
       group by story_id order by count(*) desc limit 1)`,
    newest.id - 1000,
  );
  const first = one("select min(published_at) as at from stories where state = 'published'").at;
  const middle = one(
    "select published_at as at, id from stories where state = 'published' and published_at <= ? order by published_at desc limit 1",
    (first + newest.at) / 2,
  );
  const picture = one('select max(id) as id from pictures').id;
  const commenter = one('select commenter_id as id from comments order by id desc limit 1').id;
  const draft = one("select max(id) as id from stories where state = 'draft'").id;
  const sectionOfMiddle = one(
    'select slug from sections join stories on sections.id = section_id where stories.id = ?',
    middle.id,
  ).slug;
  return { reports, newest, live, talked, first, middle, sectionOfMiddle, picture, commenter, draft };
}

function readerPages({ reports, newest, live, talked, middle, sectionOfMiddle }, words, dhakaDay) {
  const before = (slug) => `/${slug}/before/${middle.at}-${middle.id}`;
  return {
    front: '/',
    section: `/${newest.slug}`,
    'section, in the middle': before(newest.slug),
    story: reports.map(({ id, slug }) => `/${slug}/${id}`),
    'story with a large discussion': `/${talked.slug}/${talked.id}`,
    'comments of a lite story': `/lite/${talked.slug}/${talked.id}/comments`,
    'story from the middle': `/${sectionOfMiddle}/${middle.id}`,
    'live story': `/${live.slug}/${live.id}`,
    'lite front': '/lite',
    'lite story': `/lite/${newest.slug}/${newest.id}`,
    'topic with a tenth of all': '/topic/topic-0',
    'topic with a tenth of all, in the middle': before('topic/topic-0'),
    'small topic': '/topic/topic-9',
    byline: '/byline/byline-1',
    bylines: '/byline',
    district: '/district/d-3',
    'division with half of all': '/district/div-1',
    districts: '/district',
    photos: '/photos',
    videos: '/videos',
    popular: '/popular',
    'popular, a week': '/popular/week',
    'popular, a month': '/popular/month',
    archive: '/archive',
    'a day in the middle': `/archive/${dhakaDay(new Date(middle.at))}`,
    'search, one word': words.stories.map((word) => `/search?q=${q(word)}`),
    'search, three words': words.three.map((three) => `/search?q=${q(three)}`),
    'search, newest first': words.stories.map((word) => `/search?sort=newest&q=${q(word)}`),
    'search in a section': words.stories.map((word) => `/search?section=sports&q=${q(word)}`),
    'search in a topic': words.stories.map((word) => `/search?topic=topic-0&q=${q(word)}`),
    'search, page 50': words.stories.map((word) => `/search?page=50&q=${q(word)}`),
    'search, nothing found': `/search?q=${q(NOWHERE)}`,
    'search, for programs, 200': words.stories.map((word) => `/api/search?limit=200&q=${q(word)}`),
    suggestions: words.stories.map((word) => `/api/suggest?q=${q(word.slice(0, 3))}`),
    feed: '/feed.xml',
    'feed of a topic': '/topic/topic-0/feed.xml',
    'sitemap, index': '/sitemap.xml',
    'sitemap, a part of stories': '/sitemap/stories-1.xml',
    'sitemap of topics': '/sitemap/topics-1.xml',
    'sitemap of pages': '/sitemap/pages.xml',
    'news sitemap': '/news-sitemap.xml',
  };
}

function deskPages(subjects, words, dhakaDay) {
  const { newest } = subjects;
  const month = [dhakaDay(new Date(newest.at - 5 * 86_400_000)), dhakaDay(new Date(newest.at))];
  return {
    ...storyDeskPages(subjects, words, month),
    ...commentDeskPages(subjects, words, month),
    ...otherDeskPages(subjects, words, month, dhakaDay),
  };
}

function storyDeskPages({ newest, live, draft }, words, month) {
  const list = (query) => `/admin/stories?${query}`;
  return {
    home: '/admin',
    'stories, all': list(''),
    'stories, drafts': list('state=draft'),
    'stories, published': list('state=published'),
    'stories, retracted': list('state=retracted'),
    'stories of a section': list('section=sports'),
    'stories of a section, published first': list('section=sports&order=published'),
    'stories by a byline': list('byline=byline-7'),
    'stories on the large topic': list('topic=topic-0'),
    'stories on a small topic': list('topic=topic-9'),
    'stories of a district': list('district=d-3'),
    'stories of a division': list('district=div-1'),
    'stories of a form': list('form=photo'),
    'stories of a rare form': list('form=live'),
    'stories of some days': list(`dates=published&from=${month[0]}&to=${month[1]}`),
    'stories, mine': list('whose=mine'),
    'stories, due': list('whose=due&order=due'),
    'stories with a word': words.stories.map((word) => list(`q=${q(word)}`)),
    'stories with a word of nowhere': list(`q=${q(NOWHERE)}`),
    'stories by headline': list(`from=${month[1]}&to=${month[1]}&section=opinion&order=headline`),
    'stories, several filters': list('section=opinion&byline=byline-7&topic=topic-9&form=live&district=d-3'),
    'a story': `/admin/stories/${newest.id}`,
    'a draft': `/admin/stories/${draft}`,
    'a new story': '/admin/stories/new',
    'revisions of a story': `/admin/stories/${newest.id}/revisions`,
    'a live story': `/admin/stories/${live.id}/live`,
    bin: '/admin/stories/bin',
    'story picker': words.stories.map((word) => `/api/desk-search?q=${q(word)}`),
    'name picker': `/api/desk-names?kind=topics&q=${q('ক')}`,
  };
}

function commentDeskPages({ talked, commenter }, words, month) {
  const comments = (query) => `/admin/comments?${query}`;
  return {
    'comments, held': comments('state=held'),
    'comments, reported': comments('state=reported'),
    'comments, visible': comments('state=visible'),
    'comments, hidden': comments('state=hidden'),
    'comments, all': comments('state=all'),
    'comments, visible, of a section': comments('state=visible&section=opinion'),
    'comments, visible, with a word': words.comments.map((word) => comments(`state=visible&q=${q(word)}`)),
    'comments, visible, a word of nowhere': comments(`state=visible&q=${q(NOWHERE)}`),
    'comments, visible, with a link': comments('state=visible&link=1'),
    'comments, all, of some days': comments(`state=all&since=${month[0]}&until=${month[1]}`),
    'comments, all, of a story': comments(`state=all&story=${talked.id}`),
    'comments, all, of a writer': comments(`state=all&by=${commenter}`),
    'comments, all, decided by me': comments('state=all&mine=1'),
    'comments, own decisions': '/admin/comments/decisions',
    'comments, bans': '/admin/comments/bans',
    'comments, rules': '/admin/comments/rules',
  };
}

function otherDeskPages({ newest, first, picture }, words, month, dhakaDay) {
  return {
    'readers, now': '/admin/readers?period=now',
    'readers, today': '/admin/readers?period=today',
    'readers, a week': '/admin/readers?period=week',
    fronts: '/admin/fronts',
    'the front': '/admin/fronts/home',
    'the front, with a word': `/admin/fronts/home?q=${q(words.stories[0])}`,
    pictures: '/admin/pictures',
    'pictures with a word': words.pictures.map((word) => `/admin/pictures?q=${q(word)}`),
    'pictures with a word of nowhere': `/admin/pictures?q=${q(NOWHERE)}`,
    'pictures, mine': '/admin/pictures?show=mine',
    'pictures, unfinished': '/admin/pictures?show=unfinished',
    'pictures, of readers': '/admin/pictures?show=reader',
    'pictures of some days': `/admin/pictures?from=${dhakaDay(new Date(first))}&to=${dhakaDay(new Date(first + 86_400_000))}`,
    'a picture': `/admin/pictures/${picture}`,
    topics: '/admin/topics',
    'topics with a word': `/admin/topics?q=${q('ক')}`,
    bylines: '/admin/bylines',
    districts: '/admin/districts',
    audit: '/admin/audit',
    'audit of a member': '/admin/audit?who=7',
    'audit of a rare deed': '/admin/audit?verb=retract-story',
    'audit of a story': `/admin/audit?kind=story&number=${newest.id}`,
    'audit of some days': `/admin/audit?from=${month[0]}&to=${month[1]}`,
    tips: '/admin/tips',
    staff: '/admin/staff',
  };
}
