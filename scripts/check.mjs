import { staticChecks, unitTests } from './checks.mjs';
import { install } from './install.mjs';
import { main, step } from './support/console.mjs';

/**
 * What to run before each commit: the static checks, and the unit tests that reach a file with uncommitted changes.
 * `--all` runs every unit test, which takes minutes; so does `npm test`.
 */
await main(async () => {
  await install();
  const changedOnly = !process.argv.includes('--all');
  const all = { ...staticChecks, 'unit tests': () => unitTests({ changedOnly }) };
  const outcomes = await Promise.all(
    Object.entries(all).map(async ([name, check]) => {
      const { passed, failed, output } = await check();
      step(failed === 0 ? `${name}: ${passed} passed` : `${name}: ${failed} FAILED`);
      if (failed > 0) console.log(output);
      return { passed, failed };
    }),
  );
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('failed') > 0) process.exitCode = 1;
});
