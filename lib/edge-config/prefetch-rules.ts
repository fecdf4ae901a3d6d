import type { IncomingHttpHeaders } from 'node:http';
import { makePage, type OwnRoute, type Page, sendPage } from '@barta/edge';
import { scriptHash } from '@/lib/cache/inline-script';
import { unrememberedSegments } from '@/lib/site/paths';
import type { SecurityPolicy } from './security-policy';

/** Requested by the readers' module, which light pages do not load: their readers pay for each byte. */
export const prefetchRulesPath = '/speculation.json';

const rulesFor = (eagerness: 'moderate' | 'conservative') => {
  // `?*` would also match an address without a query, and so every link.
  const notAhead = [
    '/*\\?(.+)',
    ...unrememberedSegments.flatMap((segment) => [`/${segment}`, `/${segment}/*`]),
  ];
  const where = {
    and: [
      { href_matches: '/*' },
      { not: { href_matches: notAhead } },
      { not: { selector_matches: '[download], [rel~=nofollow]' } },
    ],
  };
  return JSON.stringify({ prefetch: [{ where, eagerness }] });
};
const rules = { desk: rulesFor('moderate'), phone: rulesFor('conservative') };

/** The hash by which a page's policy permits the rules, which the module inserts as an inline script. */
export const prefetchRuleHashes: readonly string[] = Object.values(rules).map(scriptHash);

/**
 * What a browser may prefetch: our own pages that the reader is about to open, when the pointer rests on a link or a
 * finger touches it. On a phone `moderate` includes links that are merely visible, so `conservative` is used there.
 * Nothing when the reader saves data, and nothing that is not cached.
 */
export function prefetchRules(policy: SecurityPolicy, headers: IncomingHttpHeaders): Page {
  const savesData = /^on$/i.test(String(headers['save-data']));
  const isPhone = headers['sec-ch-ua-mobile'] === '?1' || /Mobi/.test(headers['user-agent'] ?? '');
  return makePage({
    status: savesData ? 204 : 200,
    headers: [
      ['content-type', 'application/speculationrules+json'],
      ['cache-control', 'private, max-age=86400'],
      ...policy.file,
    ],
    body: Buffer.from(savesData ? '' : isPhone ? rules.phone : rules.desk),
  });
}

export function prefetchRulesRoute(policy: SecurityPolicy): OwnRoute {
  return {
    method: 'GET',
    handle({ address, request, response }) {
      if (address.path !== prefetchRulesPath) return false;
      sendPage(request, response, prefetchRules(policy, request.headers));
      return true;
    },
  };
}
