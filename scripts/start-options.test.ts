import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allocatorSettings, startFlags } from './start-options.mjs';

test('npm start and the systemd unit start the server with the same options', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const unit = readFileSync('deploy/barta.service', 'utf8');
  const command = `node ${startFlags.join(' ')} scripts/start.mjs`;
  expect(scripts.start).toBe(command);
  expect(unit).toContain(`/${command}\n`);
  for (const [name, value] of Object.entries(allocatorSettings)) expect(unit).toContain(`${name}=${value}`);
});
