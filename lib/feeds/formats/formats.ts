import type { FeedFormat } from '../feed';
import { atom } from './atom';
import { jsonFeed } from './json-feed';
import { rss } from './rss';

/** Every listing has a feed in each format. */
export const feedFormats: readonly FeedFormat[] = [rss, atom, jsonFeed];

export function feedFormatOf(file: string): FeedFormat | undefined {
  return feedFormats.find((format) => format.file === file);
}
