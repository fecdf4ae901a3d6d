import { writeFileSync } from 'node:fs';

/** A reporter of Vitest's: a JSON list of the tests that passed at their second try only, which its own reports do not tell. */
// biome-ignore lint/style/noDefaultExport: as Vitest wants it
export default class SecondTries {
  #names = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId} › ${test.fullName}`);
  }

  onTestRunEnd() {
    writeFileSync(process.env.SECOND_TRIES, JSON.stringify(this.#names));
  }
}
