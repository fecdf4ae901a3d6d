import { getDb } from '@/db/client';
import { theOperator } from '@/lib/people/actor';
import { publishDue } from '@/lib/stories/publish-due';
import { type Command, noMore, read } from '../command';

export const publishDueCommand: Command = {
  name: 'publish-due',
  takes: '',
  summary: 'Publishes the scheduled stories whose time has come.',
  help: 'The running server does this each second by itself; this is for when it does not run.',
  async run(words) {
    noMore(read(words, {}).positionals);
    const published = await publishDue(getDb(), new Date(), theOperator);
    console.log(published.length === 0 ? 'No story is due.' : `Published: ${published.join(', ')}.`);
  },
};
