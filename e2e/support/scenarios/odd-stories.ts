import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestServer } from '../server/test-server';

export { expect, test } from '../test';

const longWord = 'কিংকর্তব্যবিমূঢ়';

/** Headlines and bodies as no editor means them, and every newsroom has them. */
const rows = [
  {
    id: 'odd-signs',
    headline: "<b>“বাজেট”</b> & 'কর' ১০% < ২০%; ]]> ও 🐅",
    standfirst: 'উদ্ধৃতি "দুই" ও <i>এক</i>, এবং \\ শেষ',
    body: 'প্রথম <script>alert(1)</script> &amp; অনুচ্ছেদ।\n\n[সংযোগ](https://example.org/ক?খ=গ&ঘ=১) ও [এখানে](/topic/পরিবেশ)।',
    byline: 'ও’কনর & "সাথী"',
    topics: ['C++/C#', '১০০% খাঁটি?', 'a&b <c>'],
  },
  { id: 'odd-live', form: 'live', headline: 'সরাসরি: এখনো কোনো লেখা নেই', body: 'শিগগির শুরু।' },
  { id: 'odd-bare', headline: 'শুধু শিরোনাম', body: 'এক বাক্য।' },
  { id: 'odd-long', headline: `${longWord} `.repeat(12).trim(), body: 'দীর্ঘ শিরোনামের নিচে ছোট লেখা।' },
  {
    id: 'odd-unbroken',
    headline: 'ক্ষ্ম'.repeat(60),
    standfirst: 'https://example.org/'.padEnd(300, 'abc'),
    body: `${'অ'.repeat(2000)}\n\n${'https://example.org/'.padEnd(900, 'x')}`,
  },
  {
    id: 'odd-marks',
    headline: '\u200dজিরো\u200cউইথ \u2066দিক\u2069 র\u200d্যাব',
    body: '\u200b\n\nঅদৃশ্য চিহ্ন।',
  },
  {
    id: 'odd-latin',
    headline: 'NASA’s Artemis II: চাঁদে ফেরা',
    body: 'Only English words here, one after the other.',
  },
];

/** Adds them to the demo, by the import that an operator has. */
export async function aNewsroomOfOddStories(server: TestServer): Promise<void> {
  const file = join(server.folder, 'odd.json');
  const stories = rows.map((row, at) => ({ section: 'national', publishedMinutesAgo: 30 + at, ...row }));
  writeFileSync(file, JSON.stringify(stories));
  // It fails where one row is refused.
  await server.barta('import-stories', file);
  server.change("insert or ignore into sections (slug, name, position) values ('empty-one', 'ফাঁকা বিভাগ', 99)");
  // A photograph as a live post, with nothing said to it.
  server.change(
    `insert into live_posts (story_id, headline, body, body_html, picture_id, at)
     select id, '', '', '', (select min(id) from pictures), ? from stories
     where form = 'live' and state = 'published'`,
    Date.now() - 1000,
  );
  server.change('insert into page_events (tags, at) values (\'["site","front","pages"]\', ?)', Date.now());
}
