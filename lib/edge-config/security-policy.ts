import { createHash } from 'node:crypto';
import type { HeaderList, SecurityHeaders } from '@barta/edge';

/** The draft of a front, which the desk previews in a frame as wide as a phone. It is read-only. */
const mayBeFramed = /^\/admin\/fronts\/[a-z0-9-]+\/draft$/;

const ofDocuments = new Set(['permissions-policy', 'cross-origin-opener-policy', 'referrer-policy']);

/**
 * The security headers of each kind of response. `isHttps` is SITE_URL's; `mediaHosts` are those of MEDIA_HOSTS;
 * `scripts` returns the hashes of a reader page's inline scripts, and is called for each page.
 */
export function securityPolicy(
  isHttps: boolean,
  mediaHosts: readonly string[] = [],
  scripts: () => readonly string[] = () => [],
) {
  const everywhere: HeaderList = [
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    [
      'permissions-policy',
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ],
    ['cross-origin-opener-policy', 'same-origin'],
    ...(isHttps ? ([['strict-transport-security', 'max-age=31536000']] as const) : []),
  ];
  const upgrade = isHttps ? ['upgrade-insecure-requests'] : [];
  const common = ["object-src 'none'", "base-uri 'none'", "form-action 'self'", ...upgrade];
  const framedBy = (who: "'none'" | "'self'", directives: string[]): HeaderList => [
    ...everywhere,
    ['content-security-policy', [...directives, ...common, `frame-ancestors ${who}`].join('; ')],
  ];
  const with_ = (...directives: string[]) => framedBy("'none'", directives);

  const ofReaders = () => [
    "default-src 'self'",
    ['script-src', "'self'", ...scripts()].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    ...(mediaHosts.length > 0 ? [`media-src 'self' ${mediaHosts.join(' ')}`] : []),
  ];

  return {
    /**
     * Inline scripts are permitted by hash: the page is cached, so a nonce would be shared by everyone. Chromium does
     * not accept 'inline-speculation-rules' beside a hash, so prefetch rules are permitted by hash too.
     */
    get reader() {
      return with_(...ofReaders());
    },
    /** The same for a page with embed cards, which load the other site on a click (`embed-frame.ts`). */
    get withCards() {
      const houses = 'https://www.youtube-nocookie.com https://www.facebook.com https://platform.twitter.com';
      return with_(...ofReaders(), `frame-src 'self' ${houses}`);
    },
    /**
     * A picture may be an uploaded SVG: opened by itself, it may do nothing. Headers that only apply to documents are
     * omitted: a page loads half a dozen files.
     */
    file: [
      ...everywhere.filter(([name]) => !ofDocuments.has(name)),
      [
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
      ],
    ] as HeaderList,
    /**
     * Audio or video opened by itself: a browser draws its player, which needs permission to fetch the file again.
     */
    film: with_("default-src 'none'", "media-src 'self'", "style-src 'unsafe-inline'"),
    /**
     * An advertiser's own HTML, in a frame of ours or opened by itself: no script runs, and nothing is loaded from
     * other sites, so no reader data reaches them. Its links may open a window.
     */
    ad: framedBy("'self'", [
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      "img-src 'self' data:",
      'font-src data:',
      'sandbox allow-popups allow-popups-to-escape-sandbox',
    ]),
    /** Our own error pages, with their one inline style sheet. */
    sentence: (style: string): HeaderList =>
      with_(
        "default-src 'none'",
        `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
      ),
    /**
     * Pages that depend on the visitor run React. Next takes the nonce for all its scripts from the same header of
     * the *request*. Style attributes are allowed there: React writes them, and they cannot load anything.
     */
    visitor: (nonce: string, path = ''): HeaderList =>
      framedBy(mayBeFramed.test(path) ? "'self'" : "'none'", [
        "default-src 'self'",
        `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
        `style-src 'self' 'nonce-${nonce}'`,
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data: blob:",
        // A video being uploaded is opened from the device's disk, to read its duration.
        ['media-src', "'self'", 'blob:', ...mediaHosts].join(' '),
      ]),
  };
}

export type SecurityPolicy = ReturnType<typeof securityPolicy>;

/** The same by the kinds of response that the edge distinguishes. */
export function securityHeaders(policy: SecurityPolicy): SecurityHeaders {
  return {
    page({ path, html }) {
      if (/^\/ad\/\d+$/.test(path)) return policy.ad;
      return html?.includes(' data-embeds="') ? policy.withCards : policy.reader;
    },
    file: policy.file,
    private: policy.visitor,
  };
}
