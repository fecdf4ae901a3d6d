import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { migrationsAreBehind } from './build.mjs';
import { node, tools } from './support/run.mjs';

/** Checks by name. Each returns how many passed and failed, and its output if any failed. */
export const staticChecks = {
  'format and lint': () => one(node([tools.biome, 'check', '--colors=off', '.'], { quiet: true })),
  types: async () => {
    const typegen = await node([tools.next, 'typegen'], { quiet: true });
    if (typegen.code !== 0) return { passed: 0, failed: 1, output: typegen.output };
    return one(node([tools.tsc, '--noEmit'], { quiet: true }));
  },
  layers: () => one(node([tools.depcruise, 'app', 'components', 'lib', 'db', 'packages'], { quiet: true })),
  migrations: async () => {
    const behind = await migrationsAreBehind();
    return { passed: behind ? 0 : 1, failed: behind ? 1 : 0, output: behind ?? '' };
  },
};

/** `changedOnly`: only the tests that import, at any distance, a file with uncommitted changes; there may be none. */
export function unitTests({ changedOnly = false } = {}) {
  return counted(async (report) => {
    const flakyTests = `${report}.flaky`;
    const reporters = ['default', 'json', './scripts/flaky-test-reporter.mjs'].map(
      (name) => `--reporter=${name}`,
    );
    const selection = changedOnly ? ['--changed', '--passWithNoTests'] : [];
    const args = ['run', '--retry=1', ...selection, ...reporters, `--outputFile.json=${report}`];
    const env = { NO_COLOR: '1', FLAKY_TESTS_FILE: flakyTests };
    const outcome = await node([tools.vitest, ...args], { quiet: true, env });
    return {
      ...outcome,
      read: ({ numPassedTests, numFailedTests, testResults }) => ({
        passed: numPassedTests,
        failed: numFailedTests,
        failures: failedUnits(testResults),
        flaky: JSON.parse(readFileSync(flakyTests, 'utf8')),
      }),
    };
  });
}

/** Printed while they run: they take minutes. */
export function endToEndTests(env) {
  return counted(async (report) => {
    const args = ['test', '--reporter=list,json'];
    const outcome = await node([tools.playwright, ...args], {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    });
    return {
      ...outcome,
      read: ({ stats, suites }) => ({
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        failures: testsThatAre('unexpected', suites),
        flaky: testsThatAre('flaky', suites),
      }),
    };
  });
}

/**
 * File, line and title of the tests with this status in Playwright's report. `flaky` tests passed when retried; they count as
 * passed but need fixing.
 */
export function testsThatAre(status, suites = []) {
  return suites.flatMap(({ specs = [], suites: inner }) => [
    ...specs
      .filter(({ tests }) => tests.some((one) => one.status === status))
      .map(({ file, line, title }) => `${file}:${line} › ${title}`),
    ...testsThatAre(status, inner),
  ]);
}

/** The failed tests of Vitest's report, and the test files that could not be loaded. */
export function failedUnits(results = []) {
  return results.flatMap(({ name, status, assertionResults = [] }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [relative(process.cwd(), name)] : [];
    return failed.map(({ fullName }) => `${relative(process.cwd(), name)} › ${fullName}`);
  });
}

async function one(running) {
  const { code, output } = await running;
  if (code === 0) return { passed: 1, failed: 0 };
  const [first = ''] = output.split('\n').filter((line) => line.trim() !== '');
  return { passed: 0, failed: 1, output, failures: [first.replace(/━+/, '').trim()] };
}

/** Counts by the report, not the output. A run that fails without a failed test counts as one failure. */
async function counted(run) {
  const folder = mkdtempSync(join(tmpdir(), 'barta-report-'));
  try {
    const report = join(folder, 'report.json');
    const { code, output, read } = await run(report);
    const seen = countedIn(report, read);
    return { ...seen, failed: code !== 0 && seen.failed === 0 ? 1 : seen.failed, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countedIn(report, read) {
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
