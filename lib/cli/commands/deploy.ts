import { readFileSync } from 'node:fs';
import { databaseFile } from '@/db/client';
import { env } from '@/lib/env';
import { readEdgeState } from '@/lib/site/edge-state';
import { type Command, CommandError, parseWords, rejectExtra } from '../command';

/** The edge server itself gives up after a minute. */
const mostSeconds = 90;

export const deployCommand: Command = {
  name: 'deploy',
  takes: '',
  summary: 'Switches the running server to the latest build without downtime.',
  help: `Run it after \`npm run build\`, while the server runs. The database is migrated, renderers of the new build are
started, and take over once all of them respond; those of the old build finish their requests. Open forms keep
working. If the new build does not start, the old one stays and the reason is printed.
The signal USR2 does the same: kill -USR2 PID. The edge server's own code (packages/edge, lib/edge-config, lib/scheduler) changes only with a restart.`,
  async run(words) {
    rejectExtra(parseWords(words, {}).positionals);
    const store = databaseFile(env().DATABASE_URL);
    const before = readEdgeState(store);
    if (!before || !isRunning(before.pid))
      throw new CommandError('The server is not running. Start it with: npm start');
    const built = buildId();
    if (before.build === built) {
      console.log(`Build ${built} is already running.`);
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
      if (now?.trouble && now.trouble !== before.trouble) throw new CommandError(now.trouble);
    }
    throw new CommandError(
      `Build ${built} has not taken over within ${mostSeconds} s; see the server's log.`,
    );
  },
};

function buildId(): string {
  try {
    return readFileSync('.next/BUILD_ID', 'utf8').trim();
  } catch {
    throw new CommandError('There is no build. Run: npm run build');
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
