import { build } from './build.mjs';
import { endToEndTests, staticChecks, unitTests } from './checks.mjs';
import { chromium } from './chromium.mjs';
import { install } from './install.mjs';
import { main, step, UserError } from './support/console.mjs';
import { secrets } from './support/secrets.mjs';

/**
 * Runs all checks and tests from a clean clone. The last line is the total, with each static check counting as one. Flaky and
 * failed tests are listed before it, so that the end of the log alone shows what failed.
 */
await main(async () => {
  let passed = 0;
  let failed = 0;
  const flaky = [];
  const failures = [];

  await install();
  await count('browser', async () => {
    process.env.PLAYWRIGHT_CHROMIUM = await chromium();
    return { passed: 1, failed: 0 };
  });
  // All run in parallel: Vitest leaves one processor free for the other checks and the build.
  const units = outcomeOf(unitTests);
  const begun = Object.entries(staticChecks).map(([name, check]) => [name, outcomeOf(check)]);
  for (const [name, outcome] of begun) await count(name, () => outcome);
  const isBuilt = await count('build', async () => {
    // Types are already checked above.
    await build({ types: false });
    return { passed: 1, failed: 0 };
  });
  await count('unit tests', () => units);
  if (isBuilt) {
    step('end-to-end tests …');
    await count('end-to-end tests', () => endToEndTests({ ACTIONS_KEY: secrets().ACTIONS_KEY }));
  }

  for (const name of flaky) console.log(`flaky: ${name}`);
  for (const name of failures) console.log(`FAILED: ${name}`);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;

  function outcomeOf(check) {
    return check().catch((error) => {
      if (error instanceof UserError) return { passed: 0, failed: 1, output: error.message };
      return { passed: 0, failed: 1, output: error.stack };
    });
  }

  async function count(name, check) {
    const outcome = await outcomeOf(check);
    passed += outcome.passed;
    failed += outcome.failed;
    flaky.push(...(outcome.flaky ?? []));
    if (outcome.failed > 0) {
      if (outcome.output) console.log(outcome.output);
      failures.push(
        ...(outcome.failures?.length > 0 ? outcome.failures.map((one) => `${name}: ${one}`) : [name]),
      );
    }
    step(`${name}: ${outcome.passed} passed${outcome.failed > 0 ? `, ${outcome.failed} FAILED` : ''}`);
    return outcome.failed === 0;
  }
});
