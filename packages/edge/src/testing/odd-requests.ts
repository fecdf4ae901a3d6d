/** Requests that no page of ours makes, as they stand on the wire: what they are, and their bytes. */
export function oddRequests(readerPath: string): [name: string, bytes: string | Buffer][] {
  const host = 'Host: site.test\r\n';
  const get = (target: string, more = '') =>
    `GET ${target} HTTP/1.1\r\n${host}${more}Connection: close\r\n\r\n`;
  const post = (target: string, type: string, body: string | Buffer, more = '') =>
    Buffer.concat([
      Buffer.from(
        `POST ${target} HTTP/1.1\r\n${host}${type ? `Content-Type: ${type}\r\n` : ''}${more}` +
          `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`,
      ),
      Buffer.from(body),
    ]);
  const multipart = 'multipart/form-data; boundary=x';
  const part = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const unknownAction = '40'.padEnd(42, 'ab');

  const targets = [
    ...[
      '/%',
      '/%%',
      '/%zz',
      '/%ff',
      '/%c0%af',
      '/%ed%a0%80',
      '/%00',
      '/a%00b',
      '/%0d%0aSet-Cookie:%20a=b',
      '/%7f',
    ],
    ...[
      '/..',
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/.',
      '/a/./b',
      '/\\..\\..',
    ],
    ...[
      '//evil.example',
      '///',
      '//',
      '/sports//7',
      '/sports/',
      '/?',
      '/??',
      '/?%',
      '/?reply=%',
      '/?reply=%00',
    ],
    ...[
      '/?reply=1&reply=2',
      '/?_rsc=1',
      '/?__nextLocale=x',
      '/?nxtPsection=x',
      '/?amp=1',
      '/?id[]=1&id[a]=2',
    ],
    ...[
      '/_next',
      '/_next/',
      '/_next/static',
      '/_next/static/',
      '/_next/static/%00',
      '/_next/static/../../package.json',
    ],
    ...[
      '/_next/static/..%2f..%2fpackage.json',
      '/_next/image?url=%2Fa.png&w=64&q=75',
      '/_next/image',
      '/_next/data/x/y.json',
    ],
    ...[
      '/_next/static/chunks/[x].js',
      `/_next/static/${'a'.repeat(300)}.js`,
      '/_next/webpack-hmr',
      '/__nextjs_original-stack-frames',
    ],
    ...[
      '/media/',
      '/media/..%2fbarta.db',
      '/media/%2e%2e%2fbarta.db',
      `/media/${'b'.repeat(300)}.webp`,
      '/cover/0.svg',
      '/cover/x.svg',
    ],
    ...[
      '/cover/99999999999999999999.svg',
      '/enhance/manifest.json',
      '/fonts/nothing.woff2',
      '/.env',
      '/.git/config',
      '/wp-login.php',
    ],
    ...[
      '/national/0',
      '/national/-1',
      '/national/1e3',
      '/national/99999999999999999999',
      '/national/1.0',
      '/national/0x1',
    ],
    ...[
      '/national/%E0%A7%A7',
      '/topic/%E0%A6%96',
      `/topic/${'%E0%A6%96'.repeat(300)}`,
      '/archive/2026-13-45',
      '/archive/x',
      '/byline/%22',
    ],
    ...[
      "/national/1'%20or%201=1",
      '/[section]/[storyId]',
      '/(reader)',
      '/_not-found',
      '/_global-error',
      '/404',
      '/500',
      '/_error',
      '/index',
      '/missing',
    ],
    ...[
      '/admin/[x]',
      '/admin/%00',
      '/admin/../login',
      '/api',
      '/api/nothing',
      '/api/auth',
      '/api/auth/nothing',
      '/api/auth/callback/x?a=%',
      '/search?q=%',
      '/search?q=%00',
    ],
    ...[
      '/login?next=//evil.example',
      '/login?error[]=x',
      `/${'a'.repeat(3000)}`,
      `/${'a/'.repeat(1500)}`,
      '/\u00e0\u00a6',
      '/constructor',
      '/__proto__/1',
      '/toString/1',
    ],
  ].map((target): [string, string] => [`GET ${target.slice(0, 60)}`, get(target)]);

  return [
    ...targets,
    ['a whole URL for a target', get('http://evil.example/')],
    ['a target without a slash', get('sports')],
    ['OPTIONS *', `OPTIONS * HTTP/1.1\r\n${host}Connection: close\r\n\r\n`],
    ...['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'PURGE', 'MKCOL', 'LOCK'].map(
      (method): [string, string] => [method, `${method} / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`],
    ),
    ['CONNECT', `CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n`],
    ['a method that is none', `GRÜSS / HTTP/1.1\r\n${host}\r\n`],
    ['no method', ` / HTTP/1.1\r\n${host}\r\n`],
    ['HTTP/0.9', 'GET /\r\n\r\n'],
    ['HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n'],
    ['HTTP/2 in the clear', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['HTTP/9.9', `GET / HTTP/9.9\r\n${host}\r\n`],
    ['TLS', Buffer.from('16030100a5010000a10303', 'hex')],
    ['noise', Buffer.from([0, 1, 2, 3, 255, 254, 13, 10, 13, 10])],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two hosts', `GET / HTTP/1.1\r\n${host}Host: evil.example\r\nConnection: close\r\n\r\n`],
    ['a host that is none', 'GET /new HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n'],
    ['an empty host', 'GET /new HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n'],
    ['a NUL in a header', get('/', 'X-A: a\0b\r\n')],
    ['a header without a colon', get('/', 'nonsense\r\n')],
    ['a header over two lines', get('/', 'X-A: a\r\n b\r\n')],
    ['huge headers', get('/', `X-A: ${'a'.repeat(20_000)}\r\n`)],
    ['many headers', get('/', 'X-A: a\r\n'.repeat(1500))],
    ['a huge cookie', get('/login', `Cookie: ${'a=b; '.repeat(2500)}\r\n`)],
    ['a broken cookie', get('/login', 'Cookie: next-auth.session-token=%; =; ;;; a\r\n')],
    [
      'an upgrade to websocket',
      get('/', 'Upgrade: websocket\r\nSec-WebSocket-Key: x\r\n').replace(
        'Connection: close',
        'Connection: Upgrade',
      ),
    ],
    ['an expectation', get('/', 'Expect: the-unexpected\r\n')],
    ['a range', get('/', 'Range: bytes=5-1\r\n')],
    ['an odd If-None-Match', get('/', 'If-None-Match: ,,W/"\r\n')],
    ['an odd Accept-Encoding', get('/', 'Accept-Encoding: ;q=,,br;q=x;;gzip\r\n')],
    ['an origin that is none', get('/login', 'Origin: null\r\n')],
    ['an odd language', get('/', `Accept-Language: ${'x'.repeat(4000)}\r\n`)],
    [
      'a GET with a body',
      `GET ${readerPath} HTTP/1.1\r\n${host}Content-Length: 5\r\nConnection: close\r\n\r\nhello`,
    ],
    ['two lengths', `POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`],
    [
      'length and chunks (smuggling)',
      `POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['an unknown transfer coding', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: gzip\r\n\r\n`],
    [
      'broken chunks',
      `POST ${readerPath} HTTP/1.1\r\n${host}Content-Type: ${multipart}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    ],
    // What Next and React listen to.
    ['rsc', get('/', 'RSC: 1\r\nNext-Router-State-Tree: %\r\n')],
    ['rsc at the desk', get('/login', 'RSC: 1\r\nNext-Router-State-Tree: %\r\n')],
    ['rsc at the desk with a tree that is none', get('/login', 'RSC: 1\r\nNext-Router-State-Tree: [[[\r\n')],
    [
      'rsc at the desk with a foreign tree',
      get('/login', 'RSC: 1\r\nNext-Router-State-Tree: %5B%22%22%2C%7B%22children%22%3A%5B1%5D%7D%5D\r\n'),
    ],
    [
      'a prefetch at the desk',
      get(
        '/login',
        'RSC: 1\r\nNext-Router-Prefetch: 1\r\nNext-Router-Segment-Prefetch: /_tree\r\nNext-Url: //\r\n',
      ),
    ],
    [
      'a segment that is none',
      get('/login', 'RSC: 1\r\nNext-Router-Prefetch: 1\r\nNext-Router-Segment-Prefetch: ../x%\r\n'),
    ],
    [
      'middleware headers',
      get('/admin', 'x-middleware-subrequest: middleware\r\nx-middleware-rewrite: http://evil.example\r\n'),
    ],
    [
      'resume headers',
      get('/login', 'next-resume: 1\r\nx-matched-path: /admin\r\nx-now-route-matches: 1\r\n'),
    ],
    ['a foreign nonce', get('/login', "Content-Security-Policy: script-src 'nonce-<script>'\r\n")],
    [
      'forwarded headers',
      get(
        '/login',
        'X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher\r\nX-Forwarded-For: <script>\r\nForwarded: for=x\r\n',
      ),
    ],
    ['a preview cookie', get('/', 'Cookie: __prerender_bypass=x; __next_preview_data=y\r\n')],
    ['POST without a type', post(readerPath, '', 'hello')],
    ['POST JSON', post(readerPath, 'application/json', '{"a":1}')],
    ['POST with a type that is none', post(readerPath, ';;;', 'a')],
    ['POST text', post(readerPath, 'text/plain', 'a')],
    ['POST without a boundary', post(readerPath, 'multipart/form-data', 'a')],
    ['POST a broken multipart body', post(readerPath, multipart, 'a')],
    ['POST an unfinished multipart body', post(readerPath, multipart, part('a', 'b'))],
    ['POST no fields', post(readerPath, multipart, '--x--\r\n')],
    ['POST an empty form', post(readerPath, 'application/x-www-form-urlencoded', '')],
    ['POST odd escapes', post(readerPath, 'application/x-www-form-urlencoded', '%=%&%zz=%ff&a[b]=c')],
    ['POST a form without an action', post(readerPath, multipart, `${part('body', 'x')}--x--\r\n`)],
    [
      'POST an unknown action',
      post(readerPath, multipart, `${part(`$ACTION_ID_${unknownAction}`, '')}--x--\r\n`),
    ],
    [
      'POST an action that is none',
      post(readerPath, multipart, `${part('$ACTION_ID_toString', '')}--x--\r\n`),
    ],
    [
      'POST a reference without its action',
      post(readerPath, multipart, `${part('$ACTION_REF_1', '')}--x--\r\n`),
    ],
    [
      'POST a reference to nonsense',
      post(readerPath, multipart, `${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', 'x')}--x--\r\n`),
    ],
    [
      'POST a reference to an unknown action',
      post(
        readerPath,
        multipart,
        `${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', `{"id":"${unknownAction}","bound":"$@1"}`)}${part('$ACTION_1:1', '["$K9"]')}--x--\r\n`,
      ),
    ],
    [
      'POST with Next-Action',
      post(readerPath, 'text/plain;charset=UTF-8', '[]', `Next-Action: ${unknownAction}\r\n`),
    ],
    [
      'POST multipart with Next-Action',
      post(readerPath, multipart, `${part('0', '["$K1"]')}--x--\r\n`, `Next-Action: ${unknownAction}\r\n`),
    ],
    [
      'POST to sign in with Next-Action',
      post('/login', 'text/plain;charset=UTF-8', '[]', `Next-Action: ${unknownAction}\r\n`),
    ],
    [
      'POST to sign in with a Next-Action that is none',
      post('/login', multipart, '--x--\r\n', 'Next-Action: __proto__\r\n'),
    ],
    [
      'POST to sign in with an urlencoded Next-Action',
      post('/login', 'application/x-www-form-urlencoded', 'a=b', 'Next-Action: x\r\n'),
    ],
    ['POST to the desk', post('/admin/stories/7', multipart, `${part('a', 'b')}--x--\r\n`)],
    ['POST to a file', post('/_next/static/a.js', multipart, '--x--\r\n')],
    ['POST to next-auth, broken JSON', post('/api/auth/callback/credentials', 'application/json', '{')],
    ['POST to next-auth, a number', post('/api/auth/callback/credentials', 'application/json', '1')],
    ['POST to next-auth, nothing', post('/api/auth/signin', 'application/x-www-form-urlencoded', '')],
    ['POST to next-auth, a text', post('/api/auth/signout', 'text/plain', 'x')],
    ['POST a view of nothing', post('/api/views', 'text/plain', 'story=')],
    ['POST a view of too much', post('/api/views', 'text/plain', `story=${'9'.repeat(40)}`)],
    ['POST from another site', post(readerPath, multipart, '--x--\r\n', 'Origin: https://evil.example\r\n')],
    ['POST from a frame', post(readerPath, multipart, '--x--\r\n', 'Origin: null\r\n')],
    ['POST with an origin that is none', post(readerPath, multipart, '--x--\r\n', 'Origin: ][\r\n')],
    ['POST too much', post(readerPath, multipart, 'a'.repeat(100_000))],
    [
      'POST a length too large',
      `POST ${readerPath} HTTP/1.1\r\n${host}Content-Type: ${multipart}\r\nContent-Length: 999999999\r\n\r\nx`,
    ],
    ['POST a length that is none', `POST / HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`],
    ['POST too many fields', post(readerPath, 'application/x-www-form-urlencoded', 'a=b&'.repeat(15_000))],
  ];
}
