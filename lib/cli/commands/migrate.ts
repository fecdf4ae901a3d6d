import { getConnection, migrateDatabase } from '@/db/client';
import { migrationsDone } from '@/db/queries/operations/health';
import { hasHeadlineWords, isSearchOld } from '@/db/search-index';
import { seedPlaces } from '@/lib/places/seed-places';
import { recountWords } from '@/lib/search/reindex';
import { type Command, noMore, read } from '../command';

export const migrateCommand: Command = {
  name: 'migrate',
  takes: '',
  summary: 'Brings the database up to date; makes it if there is none.',
  help: 'The database is the file in DATABASE_URL (file:var/barta.db). Divisions, districts and upazilas that it lacks are laid. Done twice, it does nothing the second time.',
  async run(words) {
    noMore(read(words, {}).positionals);
    const db = getConnection();
    const before = await migrationsDone(db);
    migrateDatabase(db);
    const places = await seedPlaces(db);
    if (places > 0) console.log(`Laid ${places} divisions, districts and upazilas.`);
    // A second for ten thousand stories; suggestions go through the index's own vocabulary until then.
    if (!hasHeadlineWords(db)) await recountWords(db);
    const { done } = await migrationsDone(db);
    console.log(
      done === before.done
        ? `Up to date: all ${done} migrations are in.`
        : `Brought in ${done - before.done} migrations; all ${done} are in.`,
    );
    if (isSearchOld(db)) console.log('The search was written by older rules. Run: npm run barta -- reindex');
  },
};
