/**
 * A newsroom of any size, the same in each run, written as it is made:
 *
 *   npm run bench:data -- --stories 100000 [--comments 500000] [--out var/bench.db] [--search]
 *
 * A story a minute, back from a fixed day, in eight sections, with two of 400 topics and one of 60 bylines; every tenth
 * has the first topic, so that one topic holds a tenth of all. `--search` fills the search index too, about 1 ms a story.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { randomFrom, storyLikeNews, words } from './news.mjs';
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
const COMMENTERS = 20_000;
const LAST = Date.UTC(2026, 10, 24, 12);
const A_MINUTE = 60_000;
const AT_ONCE = 5000;

/** Fills an empty database file. `told` hears how many rows are in. Resolves with the counts. */
export async function fillWithNews(
  file,
  { stories, comments = 5 * stories, search = false, told = () => {} },
) {
  const { openDatabase, migrateDatabase, schema, tx, indexStory } = await ours(`
    export { openDatabase, migrateDatabase } from '@/db/client';
    export { tx } from '@/db/tx';
    export { indexStory } from '@/lib/search/index-story';
    export * as schema from '@/db/schema';`);
  const db = openDatabase(`file:${file}`);
  migrateDatabase(db);
  db.$client.pragma('synchronous = OFF');
  const random = randomFrom(11);
  const now = new Date(LAST);

  await tx(db, (t) => {
    for (const [position, [slug, name]] of SECTIONS.entries()) {
      t.insert(schema.sections).values({ slug, name, position }).run();
    }
    for (let i = 0; i < TOPICS; i++) {
      t.insert(schema.topics)
        .values({ slug: `topic-${i}`, name: words(1, random) })
        .run();
    }
    for (let i = 0; i < BYLINES; i++) {
      t.insert(schema.bylines)
        .values({ slug: `byline-${i}`, name: words(2, random) })
        .run();
    }
    for (let i = 0; i < Math.min(COMMENTERS, comments); i++) {
      const email = `reader-${i}@example.invalid`;
      t.insert(schema.commenters)
        .values({ email, name: words(2, random), approved: 1, createdAt: now })
        .run();
    }
  });

  const insert = (table, names) =>
    db.$client.prepare(`insert into ${table} (${names}) values (${names.replace(/\w+/g, '?')})`);
  const story = insert(
    'stories',
    'section_id, state, kicker, headline, standfirst, body, body_html, body_text, published_at, first_published_at, created_at, updated_at',
  );
  const ofTopic = insert('story_topics', 'topic_id, story_id, position, published_at');
  const ofByline = insert('story_bylines', 'byline_id, story_id, position, published_at');
  const views = insert('view_totals', 'story_id, total, day_score');

  for (let first = 1; first <= stories; first += AT_ONCE) {
    const last = Math.min(stories, first + AT_ONCE - 1);
    await tx(db, (t) => {
      for (let id = first; id <= last; id++) {
        const at = LAST - (stories - id) * A_MINUTE;
        const { headline, standfirst, paragraphs } = storyLikeNews(random);
        const text = paragraphs.join('\n\n');
        const html = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
        const section = 1 + Math.floor(random() ** 1.5 * SECTIONS.length);
        story.run(
          section,
          'published',
          words(1, random),
          headline,
          standfirst,
          text,
          html,
          text,
          at,
          at,
          at,
          at,
        );
        const topics = new Set([
          id % 10 === 0 ? 1 : 2 + Math.floor(random() * (TOPICS - 1)),
          1 + (id % TOPICS),
        ]);
        for (const [position, topic] of [...topics].entries()) ofTopic.run(topic, id, position, at);
        ofByline.run(1 + Math.floor(random() * BYLINES), id, 0, at);
        if (stories - id < 1000) views.run(id, Math.floor(random() * 5000), Math.floor(random() * 500));
        if (search) indexStory(t, id);
      }
    });
    told(`${last} stories`);
  }

  const comment = insert(
    'comments',
    'story_id, commenter_id, parent_id, root_id, depth, name, body, body_hash, state, held_because, created_at',
  );
  for (let first = 1; first <= comments; first += AT_ONCE) {
    const last = Math.min(comments, first + AT_ONCE - 1);
    await tx(db, () => {
      let root;
      for (let id = first; id <= last; id++) {
        // Most under what is new, some under everything; every third answers the one before it.
        const storyId = 1 + Math.floor((1 - random() ** 3) * stories * 0.999999);
        const parent = id % 3 === 0 ? root : undefined;
        const body = words(8 + Math.floor(random() * 40), random);
        const hash = createHash('sha256').update(`${id}${body}`).digest('hex').slice(0, 32);
        const state = random() < 0.95 ? 'visible' : 'held';
        comment.run(
          parent?.storyId ?? storyId,
          1 + Math.floor(random() * Math.min(COMMENTERS, comments)),
          parent?.id ?? null,
          parent?.id ?? null,
          parent ? 1 : 0,
          words(2, random),
          body,
          hash,
          state,
          '[]',
          LAST - Math.floor(random() * 86_400_000),
        );
        if (!parent) root = { id, storyId };
      }
    });
    told(`${last} comments`);
  }
  db.$client.exec('analyze');
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
  db.$client.close();
  return { stories, comments };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      stories: { type: 'string', default: '10000' },
      comments: { type: 'string' },
      out: { type: 'string', default: 'var/bench.db' },
      search: { type: 'boolean', default: false },
    },
  });
  if (existsSync(values.out)) {
    console.error(`${values.out} is there already. Remove it first, or choose another with --out.`);
    process.exit(1);
  }
  const stories = Number(values.stories);
  const began = performance.now();
  const counts = await fillWithNews(resolve(values.out), {
    stories,
    ...(values.comments === undefined ? {} : { comments: Number(values.comments) }),
    search: values.search,
    told: (line) => process.stderr.write(`\r${line.padEnd(40)}`),
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`\n${counts.stories} stories and ${counts.comments} comments in ${values.out}, ${seconds} s.`);
}
