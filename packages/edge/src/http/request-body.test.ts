import { describe, expect, test } from 'vitest';
import { validateBody } from './request-body.ts';

const multipart = 'multipart/form-data; boundary=x';
const field = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

test('a sound multipart body passes as it is', async () => {
  const body = Buffer.from(`${field('body', 'ভালো')}--x--\r\n`);

  expect(await validateBody({ body, contentType: multipart }, 'form-action')).toEqual({
    body,
    contentType: multipart,
  });
});

test('a form sent without enctype is written out as multipart, word for word', async () => {
  const body = Buffer.from(
    'name=%E0%A6%B0%E0%A6%B9%E0%A6%BF%E0%A6%AE&body=a+%26%0D%0Ab&%24ACTION_1%3A0=%7B%7D',
  );

  const form = await validateBody({ body, contentType: 'application/x-www-form-urlencoded' }, 'form-action');
  const read = await new Response(new Uint8Array(form?.body ?? []), {
    headers: { 'content-type': form?.contentType ?? '' },
  }).formData();

  expect([...read]).toEqual([
    ['name', 'রহিম'],
    ['body', 'a &\r\nb'],
    ['$ACTION_1:0', '{}'],
  ]);
});

describe('is refused', () => {
  test.each([
    ['cut short', field('a', 'b')],
    ['with another boundary', '--y\r\n\r\n--y--'],
    ['empty', ''],
    ['of bytes', '\u0000\u0001\u0002'],
    ['with an action field that is no JSON', `${field('$ACTION_1:0', '{')}--x--\r\n`],
    [
      'with a file for an action field',
      '--x\r\nContent-Disposition: form-data; name="$ACTION_1:0"; filename="a"\r\n\r\n{}\r\n--x--\r\n',
    ],
  ])('a multipart body %s', async (_, body) => {
    expect(
      await validateBody({ body: Buffer.from(body), contentType: multipart }, 'form-action'),
    ).toBeUndefined();
  });

  test('JSON that is none', async () => {
    const sent = { body: Buffer.from('{'), contentType: 'application/json' };

    expect(await validateBody(sent, 'route')).toBeUndefined();
  });
});
