import { existsSync } from 'node:fs';
import { main, UserError } from './support/console.mjs';
import { secrets } from './support/secrets.mjs';

/** Starts the edge server in this process, with the secrets that the environment does not set. */
await main(async () => {
  if (!existsSync('dist/edge.mjs')) throw new UserError('There is no build to serve yet. Run: npm run build');
  const { AUTH_SECRET, ACTIONS_KEY } = secrets();
  Object.assign(process.env, { AUTH_SECRET, ACTIONS_KEY });
  await import('../dist/edge.mjs');
});
