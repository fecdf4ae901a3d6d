import { createHash } from 'node:crypto';
import type { HeaderList, SecurityHeaders } from '@barta/edge';

/** The draft of a front, which the desk looks at in a frame as wide as a phone. Nothing can be done on it. */
const mayBeFramed = /^\/admin\/fronts\/[a-z0-9-]+\/draft$/;

const ofDocuments = new Set(['permissions-policy', 'cross-origin-opener-policy', 'referrer-policy']);

/**
 * What each kind of answer permits the browser. `isHttps` is that of SITE_URL; `mediaHosts` are those of MEDIA_HOSTS;
 * `scripts` says by what sums a reader page's own script is known, and is asked for each page.
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
     * Inline scripts are known by their text: the page is remembered, so a nonce would be everyone's. Chromium takes no
     * 'inline-speculation-rules' beside a sum, so rules for what is fetched ahead have theirs too.
     */
    get reader() {
      return with_(...ofReaders());
    },
    /** The same for a page with cards of other houses: what its reader presses one for (`embed-frame.ts`). */
    get withCards() {
      const houses = 'https://www.youtube-nocookie.com https://www.facebook.com https://platform.twitter.com';
      return with_(...ofReaders(), `frame-src 'self' ${houses}`);
    },
    /**
     * A picture may be an SVG that somebody sent in: opened by itself, it may do nothing. What is said to documents only is
     * left out: a page fetches half a dozen files, and headers are bytes.
     */
    file: [
      ...everywhere.filter(([name]) => !ofDocuments.has(name)),
      [
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
      ],
    ] as HeaderList,
    /** A sound or film opened by itself: a browser draws its player, and needs leave to fetch the file again for it. */
    film: with_("default-src 'none'", "media-src 'self'", "style-src 'unsafe-inline'"),
    /**
     * An advertiser's own HTML, in a frame of ours or opened by itself: nothing runs in it, and it asks no other house
     * for anything, so nothing of our readers goes there. Its links may open a window.
     */
    ad: framedBy("'self'", [
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      "img-src 'self' data:",
      'font-src data:',
      'sandbox allow-popups allow-popups-to-escape-sandbox',
    ]),
    /** Our own sentences, with the one style sheet that stands in them. */
    sentence: (style: string): HeaderList =>
      with_(
        "default-src 'none'",
        `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
      ),
    /**
     * Pages that know who asks run React. Next takes the nonce for all its scripts from the same header on the
     * *request*. Style attributes are allowed there: React writes them, and they cannot load anything.
     */
    visitor: (nonce: string, path = ''): HeaderList =>
      framedBy(mayBeFramed.test(path) ? "'self'" : "'none'", [
        "default-src 'self'",
        `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
        `style-src 'self' 'nonce-${nonce}'`,
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data: blob:",
        // A film that is being sent in is opened from the device's own disk, to learn how long it lasts.
        ['media-src', "'self'", 'blob:', ...mediaHosts].join(' '),
      ]),
  };
}

export type SecurityPolicy = ReturnType<typeof securityPolicy>;

/** The same by the kinds of response that the edge tells apart. */
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
