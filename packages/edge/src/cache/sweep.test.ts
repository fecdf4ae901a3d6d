import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { Sweeper } from './sweep';

test('sweeps once for so many bytes of pages, and again for as many more', () => {
  let sweeps = 0;
  const sweeper = new Sweeper(() => {
    sweeps += 1;
  });
  for (let page = 0; page < 26; page++) sweeper.made(64 * 1024);
  expect(sweeps).toBe(1);
  for (let page = 0; page < 26; page++) sweeper.made(64 * 1024);
  expect(sweeps).toBe(2);
});

test('the sweep that Node has by that name frees bodies that nobody holds', () => {
  const program = `
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 200; i++) Buffer.allocUnsafeSlow(65536);
    const most = process.memoryUsage().arrayBuffers - before;
    globalThis.gc({ type: 'minor', execution: 'sync' });
    setTimeout(() => console.log(JSON.stringify([most, process.memoryUsage().arrayBuffers - before])), 50);`;
  const said = execFileSync(process.execPath, ['--expose-gc', '-e', program], { encoding: 'utf8' });
  const [most, left] = JSON.parse(said) as [number, number];
  expect(left).toBeLessThan(most / 4);
});
