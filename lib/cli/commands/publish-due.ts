import { getDb } from '@/db/client';
import { theOperator } from '@/lib/people/actor';
import { applyDueNextVersions } from '@/lib/stories/workflow/next-version';
import { publishDue } from '@/lib/stories/workflow/publication/publish-due-stories';
import { unpublishDue } from '@/lib/stories/workflow/publication/unpublish-story';
import { type Command, noMore, read } from '../command';

export const publishDueCommand: Command = {
  name: 'publish-due',
  takes: '',
  summary: 'Publishes, renews and takes down the stories whose time has come.',
  help: 'The running server does this each second by itself; this is for when it does not run.',
  async run(words) {
    noMore(read(words, {}).positionals);
    const [db, now] = [getDb(), new Date()];
    const published = await publishDue(db, now, theOperator);
    const renewed = await applyDueNextVersions(db, now);
    const takenDown = await unpublishDue(db, now, theOperator);
    console.log(published.length === 0 ? 'No story is due.' : `Published: ${published.join(', ')}.`);
    if (renewed.length > 0) console.log(`Next version put live: ${renewed.join(', ')}.`);
    if (takenDown.length > 0) console.log(`Taken down: ${takenDown.join(', ')}.`);
  },
};
