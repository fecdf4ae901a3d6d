import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCommentDraft } from './comment-draft';
import scripts from './xss-strings.fixture.json';

const family = '👨‍👩‍👧‍👦';
const conjunct = 'ক্ষ্ম';

function typed(fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  const all = {
    storyId: '1',
    parentId: '',
    name: 'রহিম',
    email: 'rahim@example.com',
    website: '',
    body: 'ভালো।',
  };
  for (const [name, value] of Object.entries({ ...all, ...fields })) form.set(name, value);
  return form;
}
const draftOf = (fields: Record<string, string>) => {
  const reading = readCommentDraft(typed(fields));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.draft;
};
const faultsOf = (fields: Record<string, string>) => {
  const reading = readCommentDraft(typed(fields));
  return reading.ok ? {} : reading.faults;
};

test('an address at a house that is misspelt is refused: no letter to it would ever be read', () => {
  expect(faultsOf({ email: 'rahim@gmial.com' })).toEqual({ email: 'invalid' });
});

test('an empty form is told everything at once', () => {
  expect(readCommentDraft(new FormData())).toEqual({
    ok: false,
    faults: { body: 'empty', name: 'empty', email: 'empty', storyId: 'invalid' },
  });
});

test('paragraphs stay, other blank space is tidied', () => {
  expect(draftOf({ body: '  প্রথম  \r\n\r\n\r\n\r\nদ্বিতীয়\tকথা  ' }).body).toBe('প্রথম\n\nদ্বিতীয়\tকথা');
  expect(draftOf({ name: '  রহিম \n উদ্দিন ' }).name).toBe('রহিম উদ্দিন');
});

test.each([
  ['emoji families', family],
  ['conjuncts', conjunct],
  ['letters', 'ক'],
])('5,000 %s are taken, 5,001 are not', (_, letter) => {
  expect(faultsOf({ body: letter.repeat(5_000) })).toEqual({});
  expect(faultsOf({ body: letter.repeat(5_001) })).toEqual({ body: 'too-long' });
});

test('a name has 80 letters as readers count them', () => {
  expect(faultsOf({ name: conjunct.repeat(80) })).toEqual({});
  expect(faultsOf({ name: conjunct.repeat(81) })).toEqual({ name: 'too-long' });
});

test('a tower of marks is cut down and does not keep anyone waiting', () => {
  const body = `ক${'\u0981\u0300'.repeat(200_000)}`;
  expect(draftOf({ body }).body.length).toBe(9);
  expect(faultsOf({ body: 'x'.repeat(4_000_000) })).toEqual({ body: 'too-long' });
});

test('NUL, control characters and direction overrides are taken out', () => {
  expect(draftOf({ body: 'ক\u0000খ\u202eগ\u2066ঘ\u0007\ufeff' }).body).toBe('কখগঘ');
  expect(draftOf({ name: '\u202eমিহর' }).name).toBe('মিহর');
});

test('joiners that Bengali and emoji need are left alone', () => {
  for (const body of ['র\u200d্যাব', 'ক্\u200cষ', family]) expect(draftOf({ body }).body).toBe(body);
});

test.each(['\u200b\u200d', '\u3164\u2800', ' \n ', '\u0301', '\u202e'])(
  '%j is nobody and says nothing',
  (nothing) => {
    expect(faultsOf({ body: nothing, name: nothing })).toEqual({ body: 'empty', name: 'empty' });
  },
);

test.each(scripts.map((entry) => entry.payload))('%s is kept as it was typed', (payload) => {
  expect(draftOf({ body: payload }).body).toBe(payload.normalize('NFC').trim());
});

test.each([
  [' Rahim@Example.COM ', 'rahim@example.com'],
  ["o'neil+news@mail.co.uk", "o'neil+news@mail.co.uk"],
  ['রহিম@উদাহরণ.বাংলা', 'রহিম@উদাহরণ.বাংলা'.normalize('NFC')],
  ['a@xn--54b7fta0cc.xn--54b7fta0cc', 'a@xn--54b7fta0cc.xn--54b7fta0cc'],
])('%s is the address %s', (email, stored) => {
  expect(draftOf({ email }).email).toBe(stored);
});

test.each([
  'rahima@',
  '@example.com',
  'a@b',
  'a b@example.com',
  'a@@example.com',
  'a@example..com',
  '.a@example.com',
  'a.@example.com',
  'a@-example.com',
  'a@example.123',
  '<a@example.com>',
  'a@example.com,b@example.com',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b'.repeat(64)}.com`,
  `a@${'b.'.repeat(130)}com`,
  '"a"@example.com',
  'a@exa\u0000mple',
  'javascript:alert(1)',
])('%s reaches nobody', (email) => {
  expect(faultsOf({ email })).toEqual({ email: 'invalid' });
});

test('no address makes the check slow or throws', () => {
  expect(faultsOf({ email: `${'a.'.repeat(500_000)}@${'-'.repeat(500_000)}` })).toEqual({ email: 'invalid' });
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (email) => void readCommentDraft(typed({ email, name: email, body: email, website: email })),
    ),
  );
});

test('what was read once is read the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (body) => {
      const once = readCommentDraft(typed({ body }));
      if (once.ok) expect(draftOf({ body: once.draft.body }).body).toBe(once.draft.body);
    }),
  );
});

test.each([
  ['', ''],
  ['example.com', 'https://example.com/'],
  ['http://example.com/ক', 'http://example.com/%E0%A6%95'],
])('the website %j is stored as %j', (website, stored) => {
  expect(draftOf({ website }).website).toBe(stored);
});

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,x',
  'ftp://example.com',
  'https://',
  'https://a:b@example.com',
  'https://localhost',
  'two words',
  `https://example.com/${'x'.repeat(200)}`,
  '\u0001javascript:alert(1)',
])('%s is no website', (website) => {
  expect(faultsOf({ website })).toEqual({ website: 'invalid' });
});

test.each(['0', '07', '1.0', '1e3', '-1', 'x', '9'.repeat(16)])(
  '%s names no comment to answer',
  (parentId) => {
    expect(faultsOf({ parentId })).toEqual({ parentId: 'invalid' });
  },
);

test('a file in a text field is an empty field', () => {
  const form = typed();
  form.set('body', new File(['x'], 'x.txt'));
  expect(readCommentDraft(form)).toMatchObject({ ok: false, faults: { body: 'empty' } });
});
