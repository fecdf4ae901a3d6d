import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededFolder } from './seeded';

/** The demo newsroom, migrated and seeded by the CLI as an operator would; each worker gets a copy. */
export default function seedOnce(): () => void {
  if (!existsSync('dist/edge.mjs') || !existsSync('.next/BUILD_ID')) {
    throw new Error('There is no build to test. Run: npm run build (npm test does it by itself).');
  }
  const folder = mkdtempSync(join(tmpdir(), 'barta-e2e-'));
  seededFolder.set(folder);
  const environment = { ...process.env, ...seededFolder.environment(folder) };
  for (const args of [['migrate'], ['seed', 'demo']]) {
    execFileSync(process.execPath, ['dist/barta.mjs', ...args], { env: environment, stdio: 'pipe' });
  }
  return () => rmSync(folder, { recursive: true, force: true });
}
