import { expect, test } from 'vitest';
import { sourceOf } from './source-of';

const chrome = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36';
const own = ['barta.test', 'localhost:3000'];

test.each([
  ['', 'direct'],
  ['barta.test', 'own'],
  ['localhost:3000', 'own'],
  ['localhost:4000', 'other'],
  ['www.barta.test', 'other'],
  ['www.google.com', 'search'],
  ['google.com.bd', 'search'],
  ['www.google.co.uk', 'search'],
  ['news.google.com', 'search'],
  ['mail.google.com', 'other'],
  ['www.bing.com', 'search'],
  ['search.yahoo.com', 'search'],
  ['mail.yahoo.com', 'other'],
  ['duckduckgo.com', 'search'],
  ['com.google.android.googlequicksearchbox', 'search'],
  ['com.google.android.gm', 'other'],
  ['L.Facebook.com', 'social'],
  ['lm.facebook.com.', 'social'],
  ['l.messenger.com', 'social'],
  ['web.whatsapp.com', 'social'],
  ['wa.me', 'social'],
  ['t.co', 'social'],
  ['web.telegram.org', 'social'],
  ['com.facebook.katana', 'social'],
  ['com.facebook.orca', 'social'],
  ['com.whatsapp', 'social'],
  ['org.telegram.messenger', 'social'],
  ['notfacebook.com', 'other'],
  ['facebook.com.evil.example', 'other'],
  ['google.evil.example', 'other'],
  ['google.com.evil.example', 'other'],
  ['blog.example', 'other'],
  ['বাংলা.example', 'other'],
])('from %j a reader comes by %s', (from, expected) => {
  expect(sourceOf({ from, own, agent: chrome })).toBe(expected);
});

test.each([
  `${chrome} [FB_IAB/FB4A;FBAV/500.0.0.1;]`,
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) [FBAN/MessengerForiOS;FBAV/450.0]',
  `${chrome} Instagram 300.0.0.0 Android`,
  `${chrome} WhatsApp/2.26`,
  `${chrome} Telegram-Android/11.2`,
  `${chrome} BytedanceWebview/d8a21c6`,
])('the browser inside a network’s app is that network, though it names no page: %s', (agent) => {
  expect(sourceOf({ from: '', own, agent })).toBe('social');
  expect(sourceOf({ from: 'barta.test', own, agent })).toBe('own');
  expect(sourceOf({ from: 'www.google.com', own, agent })).toBe('search');
});
