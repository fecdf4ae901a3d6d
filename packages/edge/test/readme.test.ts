import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const readme = readFileSync('packages/edge/README.md', 'utf8');
const folder = 'packages/edge/example';
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((path) => statSync(join(folder, path)).isFile());

test('the example has five files', () => {
  expect(files).toHaveLength(5);
});

test.each(files)('the README shows %s as it is', (path) => {
  const [, documented] = readme.split(`\`${path}\`\n\n`)[1]?.match(/^```\w+\n(.*?)```/s) ?? [];
  expect(documented).toBe(readFileSync(join(folder, path), 'utf8'));
});
