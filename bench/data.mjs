/**
 * A newsroom of any size, the same in each run, written as it is made:
 *
 *   npm run bench:data -- --stories 1000000 [--comments 5000000] [--out var/bench.db] [--paragraphs 2] [--no-desk] [--no-search]
 *
 * A story a minute, back from a fixed moment, in eight sections, with two of 400 topics and one of 60 bylines; every
 * tenth has the first topic, so that one topic holds a tenth of all. Unless told otherwise it has all that the desk knows
 * besides: drafts, forms, places, members and tasks, live posts, pictures, the audit, what moderators decided, and what
 * was read in the last weeks. And unless told otherwise it can be searched: by the very terms of lib/search, worked out
 * once a word, which makes no difference (see lib/search/bulk-terms.test.ts).
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { listOfWords, randomFrom, storyLikeNews, words } from './news.mjs';
import { ours } from './ours.mjs';

const SECTIONS = [
  ['national', 'জাতীয়'],
  ['politics', 'রাজনীতি'],
  ['international', 'আন্তর্জাতিক'],
  ['economy', 'অর্থনীতি'],
  ['sports', 'খেলা'],
  ['entertainment', 'বিনোদন'],
  ['technology', 'প্রযুক্তি'],
  ['opinion', 'মতামত'],
];
const TOPICS = 400;
const BYLINES = 60;
const MEMBERS = 30;
const DISTRICTS = 64;
/** So many comments of each who writes any. */
const OF_COMMENTER = 25;
/** Half of the last so many comments are held. */
const WAITING = 400;
/** Every so many stories have a picture of their own. */
const PICTURED = 5;
/** Of so many stories, the newest, most comments are; and one in so many is talked about by hundreds. */
const TALKED_OF = 4320;
const TALKED_OFTEN = 200;
const LAST = Date.UTC(2026, 10, 24, 12);
const A_MINUTE = 60_000;
const AN_HOUR = 3_600_000;
const AT_ONCE = 10_000;
/** What the search holds in memory before it writes a piece: large pieces need little merging. */
const SEARCH_IN_MEMORY = 48 * 1024 * 1024;

/**
 * Fills an empty database file. `told` hears what has been done. `until`: when the newest story was published, in ms.
 * Resolves with the counts.
 */
export async function fillWithNews(
  file,
  {
    stories,
    comments = 5 * stories,
    paragraphs = 2,
    desk = false,
    search = false,
    until = LAST,
    told = () => {},
  },
) {
  const {
    openDatabase,
    migrateDatabase,
    filterKeys,
    bulkTerms,
    dayOf,
    firstHourOf,
    recountWords,
    searchKeysOf,
  } = await ours(`
    export { openDatabase, migrateDatabase } from '@/db/client';
    export { filterKeys } from '@/db/search-index';
    export { searchKeysOf } from '@/lib/pictures/picture-words';
    export { dayOf, firstHourOf } from '@/lib/readership/dhaka-hours';
    export { bulkTerms } from '@/lib/search/bulk-terms';
    export { recountWords } from '@/lib/search/reindex';`);
  const opened = openDatabase(`file:${file}`);
  migrateDatabase(opened);
  const db = opened.$client;
  // A store that is half made is thrown away: what could be undone is in memory only, and its indexes are made at the
  // end, of rows that are sorted first.
  db.exec(`pragma foreign_keys = off; pragma secure_delete = off; pragma synchronous = off; pragma journal_mode = memory;
    pragma locking_mode = exclusive; pragma cache_size = -262144;`);
  const random = randomFrom(11);
  const insert = (table, names, { orNot = false } = {}) =>
    db.prepare(
      `insert ${orNot ? 'or ignore ' : ''}into ${table} (${names}) values (${names.replace(/\w+/g, '?')})`,
    );
  const inOne = (work) => {
    db.exec('begin');
    work();
    db.exec('commit');
  };

  const names = { topics: [], bylines: [], districts: [] };
  inOne(() => {
    const section = insert('sections', 'slug, name, position');
    for (const [position, [slug, name]] of SECTIONS.entries()) section.run(slug, name, position);
    const topic = insert('topics', 'slug, name');
    for (let i = 0; i < TOPICS; i++) {
      names.topics[i + 1] = listOfWords(1, random);
      topic.run(`topic-${i}`, names.topics[i + 1].join(' '));
    }
    const byline = insert('bylines', 'slug, name');
    for (let i = 0; i < BYLINES; i++) {
      names.bylines[i + 1] = listOfWords(2, random);
      byline.run(`byline-${i}`, names.bylines[i + 1].join(' '));
    }
    const commenter = insert('commenters', 'email, name, approved, created_at');
    for (let i = 0; i < commentersOf(comments); i++) {
      commenter.run(`reader-${i}@example.invalid`, words(2, random), 1, until);
    }
    if (!desk) return;
    const member = insert('staff', 'email, name, role, password_hash, created_at');
    for (let i = 1; i <= MEMBERS; i++) member.run(`m${i}@example.invalid`, `m${i}`, 'reporter', '-', 0);
    const place = insert('districts', 'code, level, name, parent_code');
    for (let i = 0; i < 2; i++) place.run(`div-${i}`, 'division', words(1, random), null);
    for (let i = 0; i < DISTRICTS; i++) {
      names.districts[i] = listOfWords(1, random);
      place.run(`d-${i}`, 'district', names.districts[i].join(' '), `div-${i % 2}`);
    }
  });

  const large =
    "'stories','story_topics','story_bylines','story_districts','comments','view_counts','view_source_counts','view_totals','pictures','audit_entries','moderation_actions'";
  const indexes = db
    .prepare(
      `select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (${large})`,
    )
    .all();
  for (const { name } of indexes) db.exec(`drop index "${name}"`);

  const story = insert(
    'stories',
    'section_id, state, form, kicker, headline, standfirst, body, body_html, body_text, district_code, published_at, first_published_at, assignee_id, due_at, created_by, picture_id, created_at, updated_at',
  );
  const picture = insert(
    'pictures',
    'id, sha256, width, height, mime, bytes, caption, credit, alt, variants, uploaded_by, search_keys, created_at',
  );
  const deed = insert('audit_entries', 'at, actor_kind, actor_id, verb, subject_kind, subject, after');
  const ofTopic = insert('story_topics', 'topic_id, story_id, position, published_at');
  const ofByline = insert('story_bylines', 'byline_id, story_id, position, published_at');
  const ofPlace = insert('story_districts', 'district_code, story_id, position, published_at');
  const livePost = insert('live_posts', 'story_id, headline, body, body_html, at');
  const found = ['story_search', 'desk_search'].map((table) =>
    insert(
      table,
      'rowid, headline, headline_stem, standfirst, body, body_stem, topics, bylines, districts, at, section_id, district_code',
    ),
  );
  if (search) for (const table of ['story_search', 'desk_search']) setHashSize(db, table, SEARCH_IN_MEMORY);
  const termsOf = bulkTerms();

  for (let first = 1; first <= stories; first += AT_ONCE) {
    const last = Math.min(stories, first + AT_ONCE - 1);
    inOne(() => {
      for (let id = first; id <= last; id++) {
        const at = until - (stories - id) * A_MINUTE;
        const made = storyLikeNews(random, paragraphs);
        const headline = made.headline.join(' ');
        const standfirst = made.standfirst.join(' ');
        const kicker = listOfWords(1, random);
        const lines = made.paragraphs.map((paragraph) => `${paragraph.join(' ')}।`);
        const text = lines.join('\n\n');
        const html = `<p>${lines.join('</p><p>')}</p>`;
        const section = 1 + Math.floor(random() ** 1.5 * SECTIONS.length);
        const { state, form, district } = desk ? onDesk(id) : { state: 'published', form: 'report' };
        const isOut = state === 'published';
        const wasOut = isOut || state === 'retracted';
        const publishedAt = isOut ? at : null;
        const isTask = desk && (state === 'draft' || state === 'filed' || id % 20 === 0);
        const changed = desk ? at + (id % 11) * A_MINUTE : at;
        const member = desk ? 1 + ((id * 31) % MEMBERS) : null;
        const pictureId = desk && id % PICTURED === 0 ? id / PICTURED : null;
        if (pictureId !== null)
          picture.run(...pictureLikeNews(pictureId, { random, member, at, searchKeysOf }));
        if (desk) deed.run(at - AN_HOUR, 'staff', member, 'create-story', 'story', String(id), null);
        if (desk && wasOut) {
          deed.run(
            at,
            'staff',
            1 + ((id * 13) % MEMBERS),
            'publish-story',
            'story',
            String(id),
            '{"state":"published"}',
          );
        }
        story.run(
          section,
          state,
          form,
          kicker[0],
          headline,
          standfirst,
          text,
          html,
          text,
          district ?? null,
          wasOut ? at : null,
          wasOut ? at : null,
          isTask ? 1 + ((id * 17) % MEMBERS) : null,
          isTask ? changed + 24 * AN_HOUR : null,
          member,
          pictureId,
          at,
          changed,
        );
        const second = 1 + (id % TOPICS);
        const topics = [id % 10 === 0 ? 1 : 2 + Math.floor(random() * (TOPICS - 1))];
        if (second !== topics[0]) topics.push(second);
        for (let place = 0; place < topics.length; place++) {
          ofTopic.run(topics[place], id, place, publishedAt);
        }
        const byline = 1 + Math.floor(random() * BYLINES);
        ofByline.run(byline, id, 0, publishedAt);
        if (district) {
          ofPlace.run(district, id, 0, publishedAt);
          ofPlace.run(`div-${Number(district.slice(2)) % 2}`, id, -1, publishedAt);
        }
        const posts = [];
        for (let post = 0; form === 'live' && post < 12; post++) {
          const heading = listOfWords(5, random);
          const body = listOfWords(30, random);
          const said = body.join(' ');
          livePost.run(id, heading.join(' '), said, `<p>${said}</p>`, at + post * A_MINUTE);
          posts.push(...heading, ...body);
        }
        if (search) {
          const body = termsOf([...made.paragraphs.flat(), ...posts]);
          const head = termsOf(made.headline);
          const places = district ? [district, `div-${Number(district.slice(2)) % 2}`] : [];
          const keys = [
            filterKeys.section(section),
            ...topics.map(filterKeys.topic),
            filterKeys.byline(byline),
            ...places.map(filterKeys.place),
          ];
          found[isOut ? 0 : 1].run(
            id,
            head.exact,
            head.added,
            both(termsOf([...kicker, ...made.standfirst])),
            body.exact,
            body.added,
            both(termsOf(topics.flatMap((topic) => names.topics[topic]))),
            both(termsOf(names.bylines[byline])),
            [district ? both(termsOf(names.districts[Number(district.slice(2))])) : '', ...keys].join(' '),
            isOut ? at : changed,
            section,
            district ?? null,
          );
        }
      }
    });
    told(`${last} stories`);
  }

  fillWithComments({ insert, inOne, random, stories, comments, desk, until, told });
  if (desk) fillWithReadings({ db, insert, inOne, random, stories, until, dayOf, firstHourOf, told });
  else {
    inOne(() => {
      const totals = insert('view_totals', 'story_id, total, day_score');
      for (let id = Math.max(1, stories - 999); id <= stories; id++) {
        totals.run(id, Math.floor(random() * 5000), Math.floor(random() * 500));
      }
    });
  }

  for (const { name, sql } of indexes) {
    told(`index ${name}`);
    db.exec(sql);
  }
  if (search) {
    told('one piece of the search');
    for (const table of ['story_search', 'desk_search']) {
      db.exec(`insert into ${table}(${table}) values ('optimize')`);
      setHashSize(db, table, 1024 * 1024);
    }
    told('the words of headlines');
    await recountWords(opened);
  }
  // No `analyze`: a newsroom's own store has none, and the planner shall choose as it does there.
  db.exec('pragma locking_mode = normal; pragma journal_mode = wal;');
  db.close();
  return { stories, comments };
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

function commentersOf(comments) {
  return Math.ceil(comments / OF_COMMENTER);
}

/** How much a search table holds before it writes, in bytes. */
function setHashSize(db, table, bytes) {
  // In the statement: a number that is bound is a real, and FTS5 wants an integer.
  db.exec(`insert into ${table}(${table}, rank) values ('hashsize', ${bytes})`);
}

function fillWithComments({ insert, inOne, random, stories, comments, desk, until, told }) {
  const comment = insert(
    'comments',
    'id, story_id, commenter_id, parent_id, root_id, depth, name, body, body_hash, state, held_because, created_at',
  );
  const action = insert('moderation_actions', 'comment_id, staff_id, from_state, to_state, reason, at');
  const report = insert('reports', 'comment_id, reporter, reason, at');
  const commenters = commentersOf(comments);
  const storyTalkedOf = (newest) => {
    const age = random() < 0.05 ? random() * newest : random() ** 3 * Math.min(newest, TALKED_OF);
    const id = Math.max(1, newest - Math.floor(age));
    return random() < 0.3 ? Math.max(1, id - (id % TALKED_OFTEN)) : id;
  };
  for (let first = 1; first <= comments; first += AT_ONCE) {
    const last = Math.min(comments, first + AT_ONCE - 1);
    inOne(() => {
      let root;
      for (let id = first; id <= last; id++) {
        // One after the other in time, most under what is new and some under anything; a few stories are talked about,
        // and every third comment answers the one before it.
        const parent = id % 3 === 0 ? root : undefined;
        const at = until - Math.floor(((comments - id) / comments) * stories * A_MINUTE);
        const storyId = parent?.storyId ?? storyTalkedOf(Math.ceil(stories - (until - at) / A_MINUTE));
        const body = words(6 + Math.floor(random() * 20), random);
        const hash = createHash('sha1').update(`${id}${body}`).digest('hex').slice(0, 32);
        // As in a newsroom that keeps up: of the last ones some wait, of the others some were taken down.
        const isLast = comments - id < WAITING;
        const state = random() < (isLast ? 0.5 : 0.97) ? 'visible' : isLast ? 'held' : 'hidden';
        comment.run(
          id,
          storyId,
          1 + Math.floor(random() * commenters),
          parent?.id ?? null,
          parent?.id ?? null,
          parent ? 1 : 0,
          words(2, random),
          body,
          hash,
          state,
          '[]',
          at,
        );
        if (!parent) root = { id, storyId };
        if (!desk || state === 'held') continue;
        if (state === 'hidden' || id % 20 === 0)
          action.run(id, 1 + (id % MEMBERS), 'held', state, state === 'hidden' ? 'abuse' : '', at + AN_HOUR);
        if (isLast && id % 8 === 0) report.run(id, `reporter-${id}`, 'abuse', at + AN_HOUR);
      }
    });
    told(`${last} comments`);
  }
}

/** Stories opened in an hour, and in a day of those before, whose hours have been folded. */
const OPENED_IN_HOUR = 3000;
const OPENED_IN_DAY = 20_000;

/**
 * What was read, as it lies after `aggregateViews`: hours of the last days, days of the last weeks, and of all before one row
 * a story. Half of the readings are of what is new, half of anything.
 */
function fillWithReadings({ insert, inOne, random, stories, until, dayOf, firstHourOf, told }) {
  const count = insert('view_counts', 'story_id, hour, views, quarters, halves, three_quarters, reads', {
    orNot: true,
  });
  const source = insert('view_source_counts', 'story_id, day, source, views', { orNot: true });
  const total = insert('view_totals', 'story_id, total, day_score, week_score, month_score');
  const opened = (many, kept) => {
    const ids = new Set();
    for (let i = 0; i < Math.min(many, 4 * stories); i++) {
      const id =
        i % 2 === 0
          ? stories - Math.floor(random() ** 2 * Math.min(stories, 5000))
          : 1 + Math.floor(random() * stories);
      ids.add(id);
    }
    for (const id of [...ids].sort((a, b) => a - b)) kept(id, 1 + Math.floor(random() ** 3 * 200));
  };
  const put = (id, hour, views) =>
    count.run(id, hour, views, ...[0.8, 0.6, 0.45, 0.35].map((part) => Math.floor(views * part)));

  const thisHour = Math.floor(until / AN_HOUR);
  const today = dayOf(thisHour);
  inOne(() => {
    for (let id = 1; id <= stories; id++) {
      put(id, 0, 20 + (id % 500));
      source.run(id, 0, 'direct', 10 + (id % 500));
      const isScored = stories - id < 300;
      total.run(id, 20 + (id % 500), ...[1, 4, 9].map((by) => (isScored ? by * (1 + ((id * 37) % 900)) : 0)));
    }
  });
  told(`readings of ${stories} stories`);
  inOne(() => {
    for (let day = today - 35; day < today - 3; day++) {
      opened(OPENED_IN_DAY, (id, views) => {
        put(id, firstHourOf(day), views);
        source.run(id, day, 'search', views);
      });
    }
    for (let hour = firstHourOf(today - 3); hour <= thisHour; hour++) {
      opened(OPENED_IN_HOUR, (id, views) => {
        put(id, hour, views);
        source.run(id, dayOf(hour), 'social', views);
        source.run(id, dayOf(hour), 'own', views);
      });
    }
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      stories: { type: 'string', default: '10000' },
      comments: { type: 'string' },
      paragraphs: { type: 'string', default: '2' },
      out: { type: 'string', default: 'var/bench.db' },
      until: { type: 'string' },
      'no-desk': { type: 'boolean', default: false },
      'no-search': { type: 'boolean', default: false },
    },
  });
  if (existsSync(values.out)) {
    console.error(`${values.out} is there already. Remove it first, or choose another with --out.`);
    process.exit(1);
  }
  const began = performance.now();
  const counts = await fillWithNews(resolve(values.out), {
    stories: Number(values.stories),
    ...(values.comments === undefined ? {} : { comments: Number(values.comments) }),
    paragraphs: Number(values.paragraphs),
    desk: !values['no-desk'],
    search: !values['no-search'],
    ...(values.until === undefined ? {} : { until: Date.parse(values.until) }),
    told: (line) => process.stderr.write(`\r${line.padEnd(40)}`),
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  const { user, system } = process.cpuUsage();
  const worked = Math.round((user + system) / 1e6);
  const most = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `\n${counts.stories} stories and ${counts.comments} comments in ${values.out}: ${seconds} s, ${worked} s of CPU, ${most} MB of memory.`,
  );
}
