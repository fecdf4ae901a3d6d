import { getDb } from '@/db/client';
import { reindex } from '@/lib/search/indexing/reindex';
import { type Command, parseWords, rejectExtra } from '../command';

export const reindexCommand: Command = {
  name: 'reindex',
  takes: '',
  summary: 'Rebuilds the search index.',
  help: 'Needed after an update if `migrate` or the server asks for it. Search keeps working meanwhile.',
  async run(words) {
    rejectExtra(parseWords(words, {}).positionals);
    const { stories, ms } = await reindex(getDb());
    console.log(`Indexed ${stories} ${stories === 1 ? 'story' : 'stories'} in ${(ms / 1000).toFixed(1)} s.`);
  },
};
