import { type ErrorStatus, makePage, type Page } from '@barta/edge';
import { type LabelSet, labelsIn } from '@/lib/site/labels';
import type { SecurityPolicy } from './security-policy';

/** Inlined, because when this page is needed nothing may be able to serve a file. */
const style =
  ':root{color-scheme:light dark}body{margin:0;font:1.125rem/1.7 "Noto Serif Bengali","Kalpurush",serif}' +
  'main{max-width:36rem;margin:18vh auto 0;padding:0 1.25rem}h1{font-size:1.75rem;line-height:1.4}a{color:inherit}';

/** The edge server's own error pages, in the site's language: title, message and a link home. */
export function errorPage(language: LabelSet, policy: SecurityPolicy, status: ErrorStatus): Page {
  const say = labelsIn(language);
  const title = say(`edge.${status}.title`);
  const html =
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>` +
    `<p>${say(`edge.${status}.text`)}</p><p><a href="/">${say('edge.home')}</a></p></main></body></html>`;
  return makePage({
    status,
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['cache-control', 'no-store'],
      ...(status === 429 || status >= 500 ? ([['retry-after', '5']] as const) : []),
      ...policy.sentence(style),
    ],
    body: Buffer.from(html),
  });
}
