import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = 'dist/bench-isr';

/** A Next application of one page that Next itself keeps (ISR): the same document as ours, and Next's own script. */
export async function buildIsr(html) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'app'), { recursive: true });
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html;
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(
    join(folder, 'next.config.mjs'),
    `export default { turbopack: { root: ${JSON.stringify(resolve('.'))} }, poweredByHeader: false };`,
  );
  writeFileSync(join(folder, 'app/body.js'), `export const body = ${JSON.stringify(body)};`);
  writeFileSync(
    join(folder, 'app/layout.jsx'),
    `export default function Layout({ children }) { return <html lang="bn"><body>{children}</body></html>; }`,
  );
  writeFileSync(
    join(folder, 'app/page.jsx'),
    `import { body } from './body.js';
     export const revalidate = 3600;
     export default function Page() { return <div dangerouslySetInnerHTML={{ __html: body }} />; }`,
  );
  await run(['build']);
  if (!existsSync(join(folder, '.next/BUILD_ID'))) throw new Error('the ISR page could not be built');
  return folder;
}

function run(args) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [resolve('node_modules/next/dist/bin/next'), ...args], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: 'ignore',
    });
    child.once('error', failed);
    child.once('exit', (code) =>
      code === 0 ? done() : failed(new Error(`next ${args[0]} ended with ${code}`)),
    );
  });
}
