import { createHash } from 'node:crypto';
import { listOfWords, storyLikeNews, words } from '../support/news.mjs';
import {
  A_MINUTE,
  AN_HOUR,
  AT_ONCE,
  BYLINES,
  DISTRICTS,
  MEMBERS,
  PICTURED,
  SECTIONS,
  TOPICS,
} from './news-sizes.mjs';

/**
 * Writes the stories with their names, pictures, live posts and terms of the search. `names`: the words of each topic,
 * byline and district. `tools`: what is taken from the application itself.
 */
export function fillWithStories(store) {
  const { inOne, stories, onProgress } = store;
  const rows = statements(store);
  for (let first = 1; first <= stories; first += AT_ONCE) {
    const last = Math.min(stories, first + AT_ONCE - 1);
    inOne(() => {
      for (let id = first; id <= last; id++) writeStory(store, rows, storyOf(store, id));
    });
    onProgress(`${last} stories`);
  }
}

function statements({ insert }) {
  const searchColumns =
    'rowid, headline, headline_stem, standfirst, body, body_stem, topics, bylines, districts, at, section_id, district_code';
  return {
    story: insert(
      'stories',
      'section_id, state, form, kicker, headline, standfirst, body_doc, body_html, body_text, district_code, published_at, first_published_at, assignee_id, due_at, created_by, picture_id, created_at, updated_at',
    ),
    picture: insert(
      'pictures',
      'id, sha256, width, height, mime, bytes, caption, credit, alt, variants, uploaded_by, search_keys, created_at',
    ),
    audit: insert('audit_entries', 'at, actor_kind, actor_id, verb, subject_kind, subject, after'),
    topic: insert('story_topics', 'topic_id, story_id, position, published_at'),
    byline: insert('story_bylines', 'byline_id, story_id, position, published_at'),
    district: insert('story_districts', 'district_code, story_id, position, published_at'),
    livePost: insert('live_posts', 'story_id, headline, body, body_html, at'),
    storySearch: insert('story_search', searchColumns),
    deskSearch: insert('desk_search', searchColumns),
  };
}

/** All that is decided of a story before any row of it is written. */
function storyOf({ stories, until, desk, random, paragraphs }, id) {
  const at = until - (stories - id) * A_MINUTE;
  const made = storyLikeNews(random, paragraphs);
  const kicker = listOfWords(1, random);
  const section = 1 + Math.floor(random() ** 1.5 * SECTIONS.length);
  const { state, form, district } = desk ? onDesk(id) : { state: 'published', form: 'report' };
  const isPublished = state === 'published';
  return {
    ...{ id, at, made, kicker, section, state, form, district, isPublished },
    wasPublished: isPublished || state === 'retracted',
    publishedAt: isPublished ? at : null,
    isTask: desk && (state === 'draft' || state === 'filed' || id % 20 === 0),
    changed: desk ? at + (id % 11) * A_MINUTE : at,
    member: desk ? 1 + ((id * 31) % MEMBERS) : null,
    pictureId: desk && id % PICTURED === 0 ? id / PICTURED : null,
  };
}

function writeStory(store, rows, story) {
  const { random, desk, search } = store;
  if (story.pictureId !== null) {
    const { pictureId, member, at } = story;
    rows.picture.run(
      ...pictureLikeNews(pictureId, { random, member, at, searchKeysOf: store.tools.searchKeysOf }),
    );
  }
  if (desk) writeAudit(rows, story);
  writeRow(rows, story);
  const names = writeNames(store, rows, story);
  const posts = story.form === 'live' ? writeLivePosts(store, rows, story) : [];
  if (search) writeTerms(store, rows, story, names, posts);
}

function writeAudit(rows, { id, at, member, wasPublished }) {
  rows.audit.run(at - AN_HOUR, 'staff', member, 'create-story', 'story', String(id), null);
  if (!wasPublished) return;
  const publisher = 1 + ((id * 13) % MEMBERS);
  rows.audit.run(at, 'staff', publisher, 'publish-story', 'story', String(id), '{"state":"published"}');
}

function writeRow(rows, story) {
  const { id, at, made, wasPublished, isTask, changed } = story;
  const lines = made.paragraphs.map((paragraph) => `${paragraph.join(' ')}।`);
  rows.story.run(
    story.section,
    story.state,
    story.form,
    story.kicker[0],
    made.headline.join(' '),
    made.standfirst.join(' '),
    documentOfLines(lines),
    `<p>${lines.join('</p><p>')}</p>`,
    lines.join('\n\n'),
    story.district ?? null,
    wasPublished ? at : null,
    wasPublished ? at : null,
    isTask ? 1 + ((id * 17) % MEMBERS) : null,
    isTask ? changed + 24 * AN_HOUR : null,
    story.member,
    story.pictureId,
    at,
    changed,
  );
}

function documentOfLines(lines) {
  const content = lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  return JSON.stringify({ type: 'doc', version: 1, content });
}

function writeNames({ random }, rows, { id, district, publishedAt }) {
  const second = 1 + (id % TOPICS);
  const topics = [id % 10 === 0 ? 1 : 2 + Math.floor(random() * (TOPICS - 1))];
  if (second !== topics[0]) topics.push(second);
  for (const [place, topic] of topics.entries()) rows.topic.run(topic, id, place, publishedAt);
  const byline = 1 + Math.floor(random() * BYLINES);
  rows.byline.run(byline, id, 0, publishedAt);
  const districts = district ? [district, divisionOf(district)] : [];
  for (const [position, code] of districts.entries()) rows.district.run(code, id, -position, publishedAt);
  return { topics, byline, districts };
}

const divisionOf = (district) => `div-${numberOf(district) % 2}`;
const numberOf = (district) => Number(district.slice(2));

/** Returns the words of all posts. */
function writeLivePosts({ random }, rows, { id, at }) {
  return Array.from({ length: 12 }, (_, post) => {
    const heading = listOfWords(5, random);
    const body = listOfWords(30, random);
    const text = body.join(' ');
    rows.livePost.run(id, heading.join(' '), text, `<p>${text}</p>`, at + post * A_MINUTE);
    return [...heading, ...body];
  }).flat();
}

function writeTerms({ names, tools }, rows, story, { topics, byline, districts }, posts) {
  const { termsOf, filterKeys } = tools;
  const { id, made, kicker, section, district, isPublished, at, changed } = story;
  const body = termsOf([...made.paragraphs.flat(), ...posts]);
  const head = termsOf(made.headline);
  const keys = [
    filterKeys.section(section),
    ...topics.map(filterKeys.topic),
    filterKeys.byline(byline),
    ...districts.map(filterKeys.place),
  ];
  const placeName = district ? both(termsOf(names.districts[numberOf(district)])) : '';
  rows[isPublished ? 'storySearch' : 'deskSearch'].run(
    id,
    head.exact,
    head.added,
    both(termsOf([...kicker, ...made.standfirst])),
    body.exact,
    body.added,
    both(termsOf(topics.flatMap((topic) => names.topics[topic]))),
    both(termsOf(names.bylines[byline])),
    [placeName, ...keys].join(' '),
    isPublished ? at : changed,
    section,
    district ?? null,
  );
}

/** What each story is at the desk: of a hundred and eighty or so one is not published. */
function onDesk(id) {
  const state =
    id % 200 === 1
      ? 'draft'
      : id % 400 === 2
        ? 'filed'
        : id % 1000 === 3
          ? 'scheduled'
          : id % 300 === 5
            ? 'retracted'
            : 'published';
  const form =
    id % 2000 === 9
      ? 'live'
      : id % 25 === 1
        ? 'photo'
        : id % 40 === 2
          ? 'opinion'
          : id % 50 === 7
            ? 'video'
            : 'report';
  return { state, form, district: `d-${(id * 7919) % DISTRICTS}` };
}

function both({ exact, added }) {
  return added === '' ? exact : `${exact} ${added}`;
}

/** A row of the library; its files are nowhere. One in fifty lacks its words. */
function pictureLikeNews(id, { random, member, at, searchKeysOf }) {
  const sha256 = createHash('sha256').update(String(id)).digest('hex');
  const isBare = id % 50 === 0;
  const said = {
    caption: isBare ? '' : words(9, random),
    credit: words(2, random),
    alt: isBare ? '' : words(6, random),
  };
  const variants = ['avif', 'webp', 'jpeg'].flatMap((kind) =>
    [320, 640, 1280].map((width) => ({
      file: `${sha256.slice(0, 20)}-${width}.${kind === 'jpeg' ? 'jpg' : kind}`,
      width,
      height: (width * 9) / 16,
      mime: `image/${kind}`,
    })),
  );
  const looks = [
    1600,
    900,
    'image/jpeg',
    300_000,
    said.caption,
    said.credit,
    said.alt,
    JSON.stringify(variants),
  ];
  return [id, sha256, ...looks, member, searchKeysOf(said), at];
}
