import { writeFileSync } from 'node:fs';

/** A Vitest reporter that writes the names of tests that passed only when retried, which the built-in reports omit. */
// biome-ignore lint/style/noDefaultExport: as Vitest wants it
export default class FlakyTestReporter {
  #names = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId} › ${test.fullName}`);
  }

  onTestRunEnd() {
    writeFileSync(process.env.FLAKY_TESTS_FILE, JSON.stringify(this.#names));
  }
}
