import { getConnection } from '@/db/client';
import { env } from '@/lib/env';
import { folderPictureStore } from '@/lib/pictures/picture-store';
import { type Command, CommandError, parseWords, rejectExtra } from '../command';
import { seedDemo } from '../demo/seed-demo';

export const seedDemoCommand: Command = {
  name: 'seed demo',
  takes: '',
  summary: 'Fills the database with demo content.',
  help: `Sections, districts, 66 stories with pictures, a film and live posts, comments, and the accounts chief@, editor@, moderator@ and
reporter@barta.test. Running it again adds nothing twice and keeps changes made in the newsroom.
The accounts' password is BARTA_DEMO_PASSWORD (npm run demo generates one and saves it in var/).`,
  async run(words) {
    rejectExtra(parseWords(words, {}).positionals);
    const password = process.env.BARTA_DEMO_PASSWORD;
    if (!password)
      throw new CommandError('BARTA_DEMO_PASSWORD is not set: the demo accounts need a password.');

    const { stories, comments, pictures } = await seedDemo(getConnection(), {
      password,
      store: folderPictureStore(env().MEDIA_DIR),
      mediaFolder: env().MEDIA_DIR,
    });
    console.log(
      stories + comments + pictures === 0
        ? 'The demo content is already there.'
        : `Added ${stories} stories, ${pictures} pictures and ${comments} comments.`,
    );
  },
};
