import { getConnection, migrateDatabase } from '@/db/client';
import { migrationsDone } from '@/db/queries/operations/health';
import { hasHeadlineWords, isSearchOld } from '@/db/search-index';
import { seedPlaces } from '@/lib/places/seed-places';
import { recountWords } from '@/lib/search/indexing/reindex';
import { type Command, parseWords, rejectExtra } from '../command';

export const migrateCommand: Command = {
  name: 'migrate',
  takes: '',
  summary: 'Creates the database or applies pending migrations.',
  help: 'The database is the file in DATABASE_URL (default file:var/barta.db). Missing divisions, districts and upazilas are added.',
  async run(words) {
    rejectExtra(parseWords(words, {}).positionals);
    const db = getConnection();
    const before = await migrationsDone(db);
    migrateDatabase(db);
    const places = await seedPlaces(db);
    if (places > 0) console.log(`Added ${places} divisions, districts and upazilas.`);
    // Takes a second per ten thousand stories; until then suggestions use the vocabulary of the index.
    if (!hasHeadlineWords(db)) await recountWords(db);
    const { done } = await migrationsDone(db);
    console.log(
      done === before.done
        ? `The database is up to date (${done} migrations).`
        : `Applied ${done - before.done} migrations.`,
    );
    if (isSearchOld(db)) console.log('The search index is out of date. Run: npm run barta -- reindex');
  },
};
