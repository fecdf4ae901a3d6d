import { getDb } from '@/db/client';
import { reindex } from '@/lib/search/reindex';
import { type Command, noMore, read } from '../command';

export const reindexCommand: Command = {
  name: 'reindex',
  takes: '',
  summary: 'Builds the search anew from the stories.',
  help: 'Needed only after an update, when `migrate` or the server says so. Readers go on finding stories meanwhile.',
  async run(words) {
    noMore(read(words, {}).positionals);
    const { stories, ms } = await reindex(getDb());
    console.log(`Indexed ${stories} ${stories === 1 ? 'story' : 'stories'} in ${(ms / 1000).toFixed(1)} s.`);
  },
};
