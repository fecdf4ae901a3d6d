import { getConnection } from '@/db/client';
import { env } from '@/lib/env';
import { folderPictureStore } from '@/lib/pictures/picture-store';
import { type Command, NotDone, noMore, read } from '../command';
import { seedDemo } from '../demo/seed-demo';

export const seedDemoCommand: Command = {
  name: 'seed demo',
  takes: '',
  summary: 'Fills the database with the demo newsroom.',
  help: `Sections, districts, 66 stories with pictures, a film and live posts, comments, and the accounts chief@, editor@, moderator@ and
reporter@barta.test. Done twice, it adds nothing twice; what the desk has changed meanwhile stays.
The accounts' password is BARTA_DEMO_PASSWORD (npm run demo makes one and keeps it in var/).`,
  async run(words) {
    noMore(read(words, {}).positionals);
    const password = process.env.BARTA_DEMO_PASSWORD;
    if (!password) throw new NotDone('The demo accounts need a password: set BARTA_DEMO_PASSWORD.');

    const { stories, comments, pictures } = await seedDemo(getConnection(), {
      password,
      store: folderPictureStore(env().MEDIA_DIR),
      mediaFolder: env().MEDIA_DIR,
    });
    console.log(
      stories + comments + pictures === 0
        ? 'The demo newsroom is here already.'
        : `Added ${stories} stories, ${pictures} pictures and ${comments} comments.`,
    );
  },
};
