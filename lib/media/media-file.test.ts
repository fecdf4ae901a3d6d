import { afterEach, expect, test, vi } from 'vitest';

async function withHosts(hosts: string) {
  vi.resetModules();
  vi.stubEnv('MEDIA_HOSTS', hosts);
  return import('./media-file');
}
afterEach(() => vi.unstubAllEnvs());

test.each([
  ['/media/nodi-2f.webm', 'video'],
  ['/media/nodi-2f.mp4', 'video'],
  ['/media/nodi.mp3', 'audio'],
  ['https://films.example.com/a/nodi.mp4', 'video'],
  ['https://films.example.com/a/nodi.mp4?x=1', 'video'],
  ['https://elsewhere.example.com/nodi.mp4', null],
  ['http://films.example.com/nodi.mp4', null],
  ['https://films.example.com/page', null],
  ['https://www.youtube.com/watch?v=abc', null],
  ['/media/../nodi.mp4', null],
  ['/media/nodi.jpg', null],
  ['/media/নদী.mp4', null],
  ['/sports/7', null],
  ['', null],
])('%s plays as %s', async (address, kind) => {
  const { kindPlayedHere } = await withHosts('https://films.example.com');
  expect(kindPlayedHere(address)).toBe(kind);
});

test('without a host that is named, only our own folder plays', async () => {
  const { kindPlayedHere } = await withHosts('');
  expect(kindPlayedHere('https://films.example.com/a/nodi.mp4')).toBeNull();
  expect(kindPlayedHere('/media/nodi.mp4')).toBe('video');
});
