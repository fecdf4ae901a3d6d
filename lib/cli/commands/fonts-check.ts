import { getDb } from '@/db/client';
import { publishedTexts } from '@/db/queries/site/published-text';
import { outsideTheCut } from '@/lib/fonts/outside-the-cut';
import { type Command, parseWords, rejectExtra } from '../command';

export const fontsCheckCommand: Command = {
  name: 'fonts check',
  takes: '',
  summary: 'Lists the pages that hold a cluster outside the cut fonts.',
  help: 'Such a page links the whole font by itself, so nothing is drawn wrong; it is only heavier by 30 to 40 kB a face.',
  async run(words) {
    rejectExtra(parseWords(words, {}).positionals);
    const found = new Map<string, Set<string>>();
    let texts = 0;
    for await (const { path, text } of publishedTexts(getDb())) {
      texts += 1;
      for (const [cluster, faces] of outsideTheCut(text)) {
        const line = `${cluster} (${faces.join(', ')})`;
        found.set(path, (found.get(path) ?? new Set()).add(line));
      }
    }
    for (const [path, clusters] of found) console.log(`${path}  ${[...clusters].join('  ')}`);
    console.log(`Checked ${texts} texts; ${found.size} pages need a whole font.`);
  },
};
