import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationsAreBehind } from './build.mjs';
import { node, tools } from './run.mjs';

/** A check's name, and what it says: how many passed and failed, and its words if any did. */
export const staticChecks = {
  'format and lint': () => one(node([tools.biome, 'check', '--colors=off', '.'], { quiet: true })),
  types: async () => {
    const typegen = await node([tools.next, 'typegen'], { quiet: true });
    if (typegen.code !== 0) return { passed: 0, failed: 1, output: typegen.output };
    return one(node([tools.tsc, '--noEmit'], { quiet: true }));
  },
  layers: () => one(node([tools.depcruise, 'app', 'components', 'lib', 'db'], { quiet: true })),
  migrations: async () => {
    const behind = await migrationsAreBehind();
    return { passed: behind ? 0 : 1, failed: behind ? 1 : 0, output: behind ?? '' };
  },
};

export function unitTests() {
  return counted(async (report) => {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const outcome = await node([tools.vitest, ...args], { quiet: true, env: { NO_COLOR: '1' } });
    return { ...outcome, read: ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests] };
  });
}

/** Shown as they go: they take minutes. */
export function endToEndTests(env) {
  return counted(async (report) => {
    const args = ['test', '--reporter=list,json'];
    const outcome = await node([tools.playwright, ...args], {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    });
    return {
      ...outcome,
      read: ({ stats, suites }) => [stats.expected + stats.flaky, stats.unexpected, secondTries(suites)],
    };
  });
}

/** Tests that passed at their second try only, in a newsroom of its own: counted as passed, and a fault of ours all the same. */
export function secondTries(suites = []) {
  return suites.flatMap(({ specs = [], suites: inner }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, line, title }) => `${file}:${line} › ${title}`),
    ...secondTries(inner),
  ]);
}

async function one(running) {
  const { code, output } = await running;
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

/** Believes the report, not the words; a run that ends badly without a failed test in it counts as one. */
async function counted(run) {
  const folder = mkdtempSync(join(tmpdir(), 'barta-report-'));
  try {
    const report = join(folder, 'report.json');
    const { code, output, read } = await run(report);
    const [passed, failed, flaky = []] = countedIn(report, read);
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, flaky, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countedIn(report, read) {
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return [0, 0];
  }
}
