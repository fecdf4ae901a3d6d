/**
 * A newsroom of any size, the same in each run, written as it is made:
 *
 *   npm run bench:data -- --stories 1000000 [--comments 5000000] [--out var/bench.db] [--paragraphs 2] [--no-desk] [--no-search]
 *
 * A story a minute, back from a fixed moment, in eight sections, with two of 400 topics and one of 60 bylines; every
 * tenth has the first topic, so that one topic holds a tenth of all. Unless told otherwise it has all that the desk knows
 * besides: drafts, forms, places, members and tasks, live posts, pictures, the audit, what moderators decided, and what
 * was read in the last weeks. And unless told otherwise it can be searched: by the very terms of lib/search, worked out
 * once a word, which makes no difference (see lib/search/indexing/bulk-terms.test.ts).
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { fillWithNews } from './data/news-store.mjs';

export { fillWithNews };

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
    onProgress: (line) => process.stderr.write(`\r${line.padEnd(40)}`),
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  const { user, system } = process.cpuUsage();
  const worked = Math.round((user + system) / 1e6);
  const most = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `\n${counts.stories} stories and ${counts.comments} comments in ${values.out}: ${seconds} s, ${worked} s of CPU, ${most} MB of memory.`,
  );
}
