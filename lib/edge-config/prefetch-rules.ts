import type { IncomingHttpHeaders } from 'node:http';
import { makePage, type OwnRoute, type Page, sendPage } from '@barta/edge';
import { scriptHash } from '@/lib/cache/inline-script';
import { unrememberedSegments } from '@/lib/site/paths';
import type { SecurityPolicy } from './security-policy';

/** Asked for by the readers' module, which a light page has not: who reads those pays for each byte. */
export const prefetchRulesPath = '/speculation.json';

const rulesFor = (eagerness: 'moderate' | 'conservative') => {
  // `?*` would match an address without a query too, and with it every link.
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

/** By what a page's policy knows the rules, which its module puts between its tags as a script. */
export const prefetchRuleHashes: readonly string[] = Object.values(rules).map(scriptHash);

/**
 * What a browser may fetch ahead: pages of ours that the reader is about to open, as his pointer rests on a link or
 * his finger comes down. On a phone `moderate` means links that are merely in sight, so there it is `conservative`.
 * Nothing for who saves data, and nothing that is not remembered.
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
