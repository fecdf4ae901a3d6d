import { gzipSync } from 'node:zlib';
import { testWithOwnServer } from '../../support/test';
const test = testWithOwnServer();
test('weigh', async ({ request, page }) => {
  for (const path of ['/international/1', '/', '/national']) {
    const html = await (await request.get(path)).text();
    const out: string[] = [`html ${gzipSync(html).length}`];
    let sum = gzipSync(html).length;
    const seen: string[] = [];
    page.on('request', (one) => seen.push(new URL(one.url()).pathname));
    await page.goto(path, { waitUntil: 'networkidle' });
    for (const file of new Set(seen.filter((p) => /\.(css|js|woff2)$/.test(p)))) {
      const body = await (await request.get(file)).body();
      const size = file.endsWith('woff2') ? body.length : gzipSync(body).length;
      sum += size;
      out.push(`${file} ${size}`);
    }
    console.log(path, sum, out.join(' | '));
    page.removeAllListeners('request');
  }
});
