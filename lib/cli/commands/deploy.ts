import { readFileSync } from 'node:fs';
import { databaseFile } from '@/db/client';
import { env } from '@/lib/env';
import { readEdgeState } from '@/lib/site/edge-state';
import { type Command, NotDone, noMore, read } from '../command';

/** The edge server itself gives up after a minute. */
const mostSeconds = 90;

export const deployCommand: Command = {
  name: 'deploy',
  takes: '',
  summary: 'Hands over to what was built last, without a pause.',
  help: `Run it after \`npm run build\`, while the server runs. The database is migrated, renderers of the new build are
started, and as soon as all of them answer they take over; those of the old build end what they have begun. Forms
that are open go on to work. If the new build does not come up, the old one stays, and the reason is told.
The same by a signal: kill -USR2 PID. The edge server's own code (packages/edge, lib/edge-config, lib/scheduler) changes only with a restart.`,
  async run(words) {
    noMore(read(words, {}).positionals);
    const store = databaseFile(env().DATABASE_URL);
    const before = readEdgeState(store);
    if (!before || !isRunning(before.pid))
      throw new NotDone('The server is not running. Start it with: npm start');
    const built = buildId();
    if (before.build === built) {
      console.log(`Build ${built} runs already.`);
      return;
    }
    process.kill(before.pid, 'SIGUSR2');
    for (let waited = 0; waited < mostSeconds * 10; waited++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const now = readEdgeState(store);
      if (now?.build === built) {
        console.log(`Build ${built} has taken over from ${before.build}.`);
        return;
      }
      if (now?.trouble && now.trouble !== before.trouble) throw new NotDone(now.trouble);
    }
    throw new NotDone(
      `Build ${built} has not taken over within ${mostSeconds} s; see the server's own words.`,
    );
  },
};

function buildId(): string {
  try {
    return readFileSync('.next/BUILD_ID', 'utf8').trim();
  } catch {
    throw new NotDone('There is no build to hand over to. Run: npm run build');
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
