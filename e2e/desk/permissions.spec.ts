import { globSync, readFileSync } from 'node:fs';
import { labelsIn } from '@/lib/site/labels';
import { cookieOf, formOf } from '../support/forms/plain-http';
import type { TestServer } from '../support/server/test-server';
import { expect, type Role, test } from '../support/test';

const everyone: readonly Role[] = ['reporter', 'editor', 'moderator', 'chief'];
const say = labelsIn('bn');

/** Each page of the desk, an address of it, and who may see it. */
const pages: Record<string, { address: string; permitted: readonly Role[]; status?: number }> = {
  'app/admin/page.tsx': { address: '/admin', permitted: everyone },
  'app/admin/account/page.tsx': { address: '/admin/account', permitted: everyone },
  'app/admin/comments/page.tsx': { address: '/admin/comments', permitted: ['editor', 'moderator', 'chief'] },
  'app/admin/comments/decisions/page.tsx': {
    address: '/admin/comments/decisions',
    permitted: ['editor', 'moderator', 'chief'],
  },
  'app/admin/comments/bans/page.tsx': {
    address: '/admin/comments/bans',
    permitted: ['editor', 'moderator', 'chief'],
  },
  'app/admin/comments/rules/page.tsx': {
    address: '/admin/comments/rules',
    permitted: ['editor', 'moderator', 'chief'],
  },
  'app/admin/comments/letter/page.tsx': { address: '/admin/comments/letter', permitted: ['chief'] },
  'app/admin/comments/letter/export/route.ts': {
    address: '/admin/comments/letter/export',
    permitted: ['chief'],
    status: 303,
  },
  'app/admin/comments/queue/route.ts': {
    address: '/admin/comments/queue?state=held',
    permitted: ['editor', 'moderator', 'chief'],
  },
  'app/admin/audit/page.tsx': { address: '/admin/audit', permitted: ['chief'] },
  'app/admin/audit/export/route.ts': { address: '/admin/audit/export', permitted: ['chief'] },
  'app/admin/readers/page.tsx': { address: '/admin/readers', permitted: ['editor', 'chief'] },
  'app/admin/readers/export/route.ts': {
    address: '/admin/readers/export?period=today',
    permitted: ['editor', 'chief'],
  },
  'app/admin/ads/page.tsx': { address: '/admin/ads', permitted: ['chief'] },
  'app/admin/bylines/page.tsx': { address: '/admin/bylines', permitted: ['editor', 'chief'] },
  'app/admin/districts/page.tsx': { address: '/admin/districts', permitted: ['editor', 'chief'] },
  'app/admin/fronts/page.tsx': { address: '/admin/fronts', permitted: ['editor', 'chief'] },
  'app/admin/fronts/[slug]/page.tsx': { address: '/admin/fronts/home', permitted: ['editor', 'chief'] },
  'app/admin/fronts/[slug]/preview/page.tsx': {
    address: '/admin/fronts/home/preview',
    permitted: ['editor', 'chief'],
  },
  'app/(preview)/admin/fronts/[slug]/draft/page.tsx': {
    address: '/admin/fronts/home/draft',
    permitted: ['editor', 'chief'],
  },
  'app/admin/pages/page.tsx': { address: '/admin/pages', permitted: ['editor', 'chief'] },
  'app/admin/pages/new/page.tsx': { address: '/admin/pages/new', permitted: ['editor', 'chief'] },
  'app/admin/pages/[pageId]/page.tsx': { address: '/admin/pages/1', permitted: ['editor', 'chief'] },
  'app/admin/menus/page.tsx': { address: '/admin/menus', permitted: ['editor', 'chief'] },
  'app/admin/sections/page.tsx': { address: '/admin/sections', permitted: ['editor', 'chief'] },
  'app/admin/settings/labels/page.tsx': { address: '/admin/settings/labels', permitted: ['chief'] },
  'app/admin/settings/identity/page.tsx': { address: '/admin/settings/identity', permitted: ['chief'] },
  'app/admin/settings/page.tsx': { address: '/admin/settings', permitted: ['chief'] },
  'app/admin/topics/page.tsx': { address: '/admin/topics', permitted: ['editor', 'chief'] },
  'app/admin/pictures/page.tsx': { address: '/admin/pictures', permitted: ['reporter', 'editor', 'chief'] },
  'app/admin/media/page.tsx': { address: '/admin/media', permitted: ['reporter', 'editor', 'chief'] },
  'app/admin/media/[file]/page.tsx': {
    address: '/admin/media/0123456789abcdef0123.mp4',
    permitted: ['reporter', 'editor', 'chief'],
    status: 404,
  },
  'app/admin/pictures/waiting/[file]/route.ts': {
    address: '/admin/pictures/waiting/0123456789abcdef0123-320.jpg',
    permitted: ['reporter', 'editor', 'chief'],
    status: 404,
  },
  'app/admin/tips/page.tsx': { address: '/admin/tips', permitted: ['reporter', 'editor', 'chief'] },
  'app/admin/tips/[tipId]/page.tsx': {
    address: '/admin/tips/999',
    permitted: ['reporter', 'editor', 'chief'],
    status: 404,
  },
  'app/admin/pictures/[pictureId]/page.tsx': {
    address: '/admin/pictures/1',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/staff/page.tsx': { address: '/admin/staff', permitted: ['chief'] },
  'app/admin/stories/page.tsx': { address: '/admin/stories', permitted: ['reporter', 'editor', 'chief'] },
  'app/admin/stories/bin/page.tsx': {
    address: '/admin/stories/bin',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/stories/new/page.tsx': {
    address: '/admin/stories/new',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/stories/[storyId]/page.tsx': {
    address: '/admin/stories/1',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/stories/[storyId]/live/page.tsx': {
    address: '/admin/stories/1/live',
    permitted: ['editor', 'chief'],
  },
  'app/admin/stories/[storyId]/revisions/page.tsx': {
    address: '/admin/stories/1/revisions',
    permitted: ['editor', 'chief'],
  },
  'app/admin/stories/[storyId]/card/route.ts': {
    address: '/admin/stories/1/card',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/[...missing]/page.tsx': { address: '/admin/nothing/here', permitted: everyone, status: 404 },
};

/** Where a reader's form for an action begins in its page's source. */
const readersForms: Record<string, string> = {
  submitComment: 'data-comment-form',
  toggleLike: 'id="like"',
  sendReport: 'id="report"',
  sendMessage: 'id="form"',
  sendNews: 'id="form"',
  askForLetter: 'id="ask"',
};

/** Each server action, the page it is sent to, and who may do it. `anyone` needs no session. */
const actions: Record<string, { address: string; permitted: readonly Role[] | 'anyone' }> = {
  'app/(reader)/[section]/[storyId]/actions.ts submitComment': {
    address: '/international/1',
    permitted: 'anyone',
  },
  'app/(reader)/[section]/[storyId]/actions.ts toggleLike': {
    address: '/international/1',
    permitted: 'anyone',
  },
  'app/(reader)/[section]/[storyId]/actions.ts sendReport': {
    address: 'a comment’s complaint',
    permitted: 'anyone',
  },
  'app/(reader)/contact/actions.ts sendMessage': { address: '/contact', permitted: 'anyone' },
  'app/(reader)/send-news/actions.ts sendNews': { address: '/send-news', permitted: 'anyone' },
  'app/(visitor)/account/actions.ts askLink': { address: '/account', permitted: 'anyone' },
  'app/(visitor)/account/actions.ts leave': { address: '/account', permitted: 'anyone' },
  'app/(visitor)/account/actions.ts turnLetter': { address: '/account', permitted: 'anyone' },
  'app/(visitor)/account/actions.ts eraseMe': { address: '/account', permitted: 'anyone' },
  'app/(visitor)/account/actions.ts openPage': { address: '/account/open?token=x', permitted: 'anyone' },
  'app/(visitor)/account/actions.ts confirmHere': {
    address: '/account/confirm?token=x',
    permitted: 'anyone',
  },
  'app/(visitor)/account/actions.ts confirmThisDevice': {
    address: '/account/device?token=x',
    permitted: 'anyone',
  },
  'app/(visitor)/account/actions.ts stopLetters': {
    address: '/account/unsubscribe?token=x',
    permitted: 'anyone',
  },
  'app/(visitor)/account/comment/[commentId]/actions.ts saveOwnComment': {
    address: '/account/comment/1',
    permitted: 'anyone',
  },
  'app/(visitor)/account/comment/[commentId]/actions.ts takeBack': {
    address: '/account/comment/1',
    permitted: 'anyone',
  },
  'app/(reader)/letter/actions.ts askForLetter': { address: '/letter', permitted: 'anyone' },
  'app/(visitor)/login/actions.ts enterDesk': { address: '/login', permitted: 'anyone' },
  'app/(visitor)/login/actions.ts enterCode': { address: '/login', permitted: 'anyone' },
  'app/(visitor)/login/actions.ts askForPasswordLink': { address: '/login/forgot', permitted: 'anyone' },
  'app/(visitor)/login/actions.ts choosePassword': {
    address: '/login/password?token=x',
    permitted: 'anyone',
  },
  'app/admin/account/actions.ts changeOwnPassword': { address: '/admin/account', permitted: everyone },
  'app/admin/account/second-factor-actions.ts manageOwnSecondFactor': {
    address: '/admin/account',
    permitted: everyone,
  },
  'app/admin/account/actions.ts confirmOwnIdentity': { address: '/admin/account', permitted: everyone },
  'app/admin/account/actions.ts endSessionElsewhere': { address: '/admin/account', permitted: everyone },
  'app/admin/comments/actions.ts moderateComments': {
    address: '/admin/comments',
    permitted: ['editor', 'moderator', 'chief'],
  },
  'app/admin/comments/actions.ts answerAsNewsroom': {
    address: '/admin/comments',
    permitted: ['editor', 'moderator', 'chief'],
  },
  'app/admin/comments/actions.ts banWriter': {
    address: '/admin/comments',
    permitted: ['editor', 'moderator', 'chief'],
  },
  'app/admin/comments/actions.ts noteWriter': {
    address: '/admin/comments',
    permitted: ['editor', 'moderator', 'chief'],
  },
  'app/admin/comments/bans/actions.ts settleBan': {
    address: '/admin/comments/bans',
    permitted: ['editor', 'moderator', 'chief'],
  },
  'app/admin/comments/rules/actions.ts tryOrSaveRule': {
    address: '/admin/comments/rules',
    permitted: ['editor', 'moderator', 'chief'],
  },
  'app/admin/comments/rules/actions.ts saveStrictness': {
    address: '/admin/comments/rules',
    permitted: ['editor', 'moderator', 'chief'],
  },
  'app/admin/comments/decisions/actions.ts takeBack': {
    address: '/admin/comments/decisions',
    permitted: ['editor', 'moderator', 'chief'],
  },
  'app/admin/ads/actions.ts saveAd': { address: '/admin/ads', permitted: ['chief'] },
  'app/admin/bylines/actions.ts saveByline': {
    address: '/admin/bylines?edit=1',
    permitted: ['editor', 'chief'],
  },
  'app/admin/districts/actions.ts savePlace': {
    address: '/admin/districts?edit=khulna',
    permitted: ['editor', 'chief'],
  },
  'app/admin/fronts/actions.ts arrangeFront': {
    address: '/admin/fronts/home',
    permitted: ['editor', 'chief'],
  },
  'app/admin/fronts/actions.ts addLine': { address: '/admin/fronts', permitted: ['editor', 'chief'] },
  'app/admin/fronts/actions.ts settleLine': { address: '/admin/fronts', permitted: ['editor', 'chief'] },
  'app/admin/pages/actions.ts savePage': { address: '/admin/pages/new', permitted: ['editor', 'chief'] },
  'app/admin/pages/actions.ts dropPage': { address: '/admin/pages/1', permitted: ['editor', 'chief'] },
  'app/admin/menus/actions.ts saveMenuLine': { address: '/admin/menus', permitted: ['editor', 'chief'] },
  'app/admin/menus/actions.ts moveLine': { address: '/admin/menus', permitted: ['editor', 'chief'] },
  'app/admin/sections/actions.ts saveSection': { address: '/admin/sections', permitted: ['editor', 'chief'] },
  'app/admin/settings/identity/actions.ts saveIdentity': {
    address: '/admin/settings/identity',
    permitted: ['chief'],
  },
  'app/admin/settings/actions.ts saveSettings': { address: '/admin/settings', permitted: ['chief'] },
  'app/admin/tips/actions.ts workOnTip': {
    address: '/admin/tips/1',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/tips/actions.ts storyFromTip': {
    address: '/admin/tips/1',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/tips/actions.ts dropTip': { address: '/admin/tips/1', permitted: ['editor', 'chief'] },
  'app/admin/topics/actions.ts saveTopic': {
    address: '/admin/topics?edit=1',
    permitted: ['editor', 'chief'],
  },
  'app/admin/topics/actions.ts joinTopics': {
    address: '/admin/topics?edit=1',
    permitted: ['editor', 'chief'],
  },
  'app/admin/media/actions.ts addMedia': {
    address: '/admin/media',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/media/[file]/actions.ts saveMedia': {
    address: '/admin/media',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/media/[file]/actions.ts dropMedia': {
    address: '/admin/media',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/pictures/actions.ts uploadPictures': {
    address: '/admin/pictures',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/pictures/[pictureId]/actions.ts savePicture': {
    address: '/admin/pictures/1',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/pictures/[pictureId]/actions.ts replaceFile': {
    address: '/admin/pictures/1',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/pictures/[pictureId]/actions.ts settlePicture': {
    address: '/admin/pictures/1',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/staff/actions.ts addMember': { address: '/admin/staff', permitted: ['chief'] },
  'app/admin/staff/actions.ts manageMember': { address: '/admin/staff', permitted: ['chief'] },
  'app/admin/stories/new/actions.ts beginStory': {
    address: '/admin/stories/new',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/stories/bulk-actions.ts changeStories': {
    address: '/admin/stories',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/stories/view-actions.ts arrangeViews': {
    address: '/admin/stories',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/stories/[storyId]/actions.ts saveStory': {
    address: '/admin/stories/1',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/stories/[storyId]/revisions/actions.ts bringBack': {
    address: '/admin/stories/1/revisions',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/stories/[storyId]/live/actions.ts writeLive': {
    address: '/admin/stories/1',
    permitted: ['reporter', 'editor', 'chief'],
  },
  'app/admin/stories/[storyId]/work-actions.ts workOnStory': {
    address: '/admin/stories/1',
    permitted: ['reporter', 'editor', 'chief'],
  },
  // Ends whatever session there is; last, because it does.
  'app/admin/actions.ts leaveDesk': { address: '/admin', permitted: 'anyone' },
};

test('every page of the desk and every server action stands in the tables above', () => {
  expect(globSync('app/{,(preview)/}admin/**/{page,route}.{ts,tsx}').sort()).toEqual(
    Object.keys(pages).sort(),
  );
  expect(actionsInSources()).toEqual(Object.keys(actions).sort());
  expect([...builtActions().keys()].sort()).toEqual(Object.keys(actions).sort());
});

for (const [file, { address, permitted, status = 200 }] of Object.entries(pages)) {
  test(`${file} opens for ${permitted.join(', ')}, and for nobody without a session`, async ({ server }) => {
    const asNobody = await fetch(server.baseURL + address, { redirect: 'manual' });
    expect(asNobody.status).toBe(307);
    expect(asNobody.headers.get('location')).toMatch(/^\/login\?next=%2Fadmin/);

    for (const role of everyone) {
      const answer = await fetch(server.baseURL + address, {
        headers: { cookie: await keptCookieOf(server, role) },
        redirect: 'manual',
      });
      expect(`${role} ${answer.status}`).toBe(`${role} ${permitted.includes(role) ? status : 403}`);
      // A route answers a script: its status is all it says.
      if (answer.status === 403 && file.endsWith('page.tsx')) {
        expect(await answer.text()).toContain(`<noscript><main><h1>${say('admin.noPermission')}`);
      }
    }
  });
}

for (const [name, { address, permitted }] of Object.entries(actions)) {
  test(`${name} is refused to whoever may not, and changes nothing`, async ({ server }) => {
    const asNobody = await send(server, name, address);
    if (permitted === 'anyone') expect(asNobody).not.toContain(say('admin.signedOut'));
    else expect(asNobody).toContain(say('admin.signedOut'));

    for (const role of everyone) {
      const isPermitted = permitted === 'anyone' || permitted.includes(role);
      // Who may may end every session there is: theirs is one of its own. A refusal ends none.
      const cookie = await (isPermitted ? cookieOf(server, role) : keptCookieOf(server, role));
      const before = auditVerbs(server);
      const text = await send(server, name, address, { cookie });
      const isRefused = text.includes(say('admin.noPermission')) || text.includes(say('admin.signedOut'));
      expect(`${role} ${isRefused}`).toBe(`${role} ${!isPermitted}`);
      if (isRefused) {
        expect(auditVerbs(server)).toEqual(before);
        expect(text, 'it is the role that is refused').toContain(say('admin.noPermission'));
      }
    }
  });

  test(`${name} is not taken from another site, nor with a session from nowhere`, async ({ server }) => {
    const cookie = await cookieOf(server, 'chief');
    const before = auditVerbs(server);
    const strangers: Record<string, string>[] = [
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: 'null' },
      { cookie, origin: server.baseURL, 'sec-fetch-site': 'cross-site' },
      { cookie, 'sec-fetch-site': 'same-site' },
      { cookie },
      { origin: 'https://evil.example' },
    ];
    for (const headers of strangers) {
      const answer = await post(server, name, address, headers);
      expect(`${JSON.stringify(headers)} ${answer.status}`).toBe(`${JSON.stringify(headers)} 403`);
    }
    expect(auditVerbs(server)).toEqual(before);
    const still = await fetch(`${server.baseURL}/admin`, { headers: { cookie }, redirect: 'manual' });
    expect(still.status).toBe(200);
  });
}

/** One session for each member, for what ends none. Were it ended all the same, it would be told as signed out, and so seen. */
async function keptCookieOf(server: TestServer, role: Role): Promise<string> {
  const at = `${server.port} ${role}`;
  const cookie = keptCookies.get(at) ?? (await cookieOf(server, role));
  keptCookies.set(at, cookie);
  return cookie;
}

const keptCookies = new Map<string, string>();

/** `file name` of each exported function of a file that says `'use server'`. */
function actionsInSources(): string[] {
  return globSync('{app,components,lib}/**/*.{ts,tsx}')
    .flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      if (!/^\s*['"]use server['"]/m.test(source)) return [];
      const names = [...source.matchAll(/^export (?:default )?(?:async )?(?:function|const) (\w+)/gm)];
      return names.map(([, name]) => `${file} ${name}`);
    })
    .sort();
}

/** The same as the build knows them, with the id that a browser sends. */
function builtActions(): Map<string, string> {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { filename: string; exportedName: string }>;
  };
  return new Map(
    Object.entries(manifest.node).map(([id, { filename, exportedName }]) => [
      `${filename} ${exportedName}`,
      id,
    ]),
  );
}

/** Sends a form with next to nothing in it to an action, from a page of ours, and answers what comes back. */
async function send(server: TestServer, name: string, address: string, headers: Record<string, string> = {}) {
  const answer = await post(server, name, address, { origin: server.baseURL, ...headers });
  // A form that wants something answers so, too.
  expect([200, 303, 422]).toContain(answer.status);
  // What is done and leads on brings the next page along, whose script may hold any sentence.
  return answer.headers.has('x-action-redirect') ? '' : answer.text();
}

async function post(server: TestServer, name: string, at: string, headers: Record<string, string>) {
  const address = at === 'a comment’s complaint' ? complaintOf(server) : at;
  const mark = name.startsWith('app/(reader)') ? readersForms[name.split(' ').at(-1) ?? ''] : undefined;
  const form = mark ? await formOf(server, address, mark) : argumentsOfClient();
  // In one piece: a refusal may come, and the connection end, before a streamed body has left.
  const body = new Response(form);
  return fetch(server.baseURL + address, {
    method: 'POST',
    body: await body.arrayBuffer(),
    headers: {
      'content-type': body.headers.get('content-type') ?? '',
      ...(mark ? {} : { 'next-action': builtActions().get(name) ?? '' }),
      ...headers,
    },
    redirect: 'manual',
  });
}

/** The page with the form to complain of a comment that readers see. */
function complaintOf(server: TestServer): string {
  const [comment] = server.rows<{ id: number; story: number; slug: string }>(
    `select comments.id, stories.id as story, slug from comments
     join stories on stories.id = story_id join sections on sections.id = section_id
     where comments.state = 'visible' and stories.state = 'published' order by comments.id limit 1`,
  );
  if (!comment) throw new Error('the demo newsroom has comments');
  return `/${comment.slug}/${comment.story}?report=${comment.id}`;
}

/** As React's client writes the arguments of `action(state, form)`. Readers' pages have no such client. */
function argumentsOfClient(): FormData {
  const form = new FormData();
  form.set('0', JSON.stringify([{ values: {}, errors: {} }, '$K1']));
  form.set('1_typed', 'কিছু লেখা');
  return form;
}

function auditVerbs(server: TestServer): string[] {
  return server.rows<{ verb: string }>('select verb from audit_entries order by id').map(({ verb }) => verb);
}
