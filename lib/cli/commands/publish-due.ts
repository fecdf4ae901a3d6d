import { getDb } from '@/db/client';
import { theOperator } from '@/lib/people/actor';
import { applyDueNextVersions } from '@/lib/stories/workflow/next-version';
import { publishDue } from '@/lib/stories/workflow/publication/publish-due-stories';
import { unpublishDue } from '@/lib/stories/workflow/publication/unpublish-story';
import { type Command, parseWords, rejectExtra } from '../command';

export const publishDueCommand: Command = {
  name: 'publish-due',
  takes: '',
  summary: 'Publishes, updates and takes down stories that are due.',
  help: 'The running server does this every second; use this command while it is stopped.',
  async run(words) {
    rejectExtra(parseWords(words, {}).positionals);
    const [db, now] = [getDb(), new Date()];
    const published = await publishDue(db, now, theOperator);
    const renewed = await applyDueNextVersions(db, now);
    const takenDown = await unpublishDue(db, now, theOperator);
    console.log(published.length === 0 ? 'No stories are due.' : `Published: ${published.join(', ')}.`);
    if (renewed.length > 0) console.log(`Published the next version of: ${renewed.join(', ')}.`);
    if (takenDown.length > 0) console.log(`Taken down: ${takenDown.join(', ')}.`);
  },
};
