import type { Shelf } from '@/db/import-staging';
import { ExportFault, readExport } from './export/read-export';
import type { ExportAuthor, ExportCategory, ExportItem, ExportPart, ExportSite } from './export/shape';
import type { MoveInWish } from './import-options';
import { offsetIn, spelt } from './old-site';

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface Seen {
  site: Pick<ExportSite, 'title' | 'address'>;
  authors: Map<string, ExportAuthor>;
  categories: ExportCategory[];
  /** Nicenames of the categories that posts to come are in. */
  named: Set<string>;
  posts: number;
  offsetMs: number | undefined;
}

/** By their status in WordPress, posts that nobody there would see again. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['trash', 'auto-draft', 'inherit']);

export const isPost = ({ types }: MoveInWish, { type }: ExportItem) =>
  type === 'post' || types.includes(type);

/** Up to where the file can be read; what is wrong with it is said when its posts are taken. */
export async function lookThrough(chunks: Bytes, wish: MoveInWish, shelf: Shelf): Promise<Seen> {
  const seen: Seen = {
    site: { title: '', address: '' },
    authors: new Map(),
    categories: [],
    named: new Set(),
    posts: 0,
    offsetMs: undefined,
  };
  for await (const part of upToFault(chunks)) {
    if (part.kind === 'site') seen.site = part;
    else if (part.kind === 'author') seen.authors.set(part.login, part);
    else if (part.kind === 'category') seen.categories.push(part);
    else {
      seen.offsetMs ??= offsetIn(part.dateGmt, part.date) ?? undefined;
      shelve(shelf, part);
      if (!isPost(wish, part)) continue;
      seen.posts += 1;
      if (LEFT_OUT.has(part.status)) continue;
      for (const { domain, nicename } of part.terms)
        if (domain === 'category') seen.named.add(spelt(nicename));
    }
  }
  return seen;
}

/** The parts of an export up to where it can be read; then `onFault`, and the end. */
export async function* upToFault(
  chunks: Bytes,
  onFault: (fault: ExportFault) => void = () => {},
): AsyncGenerator<ExportPart> {
  try {
    yield* readExport(chunks);
  } catch (error) {
    if (!(error instanceof ExportFault)) throw error;
    onFault(error);
  }
}

function shelve(shelf: Shelf, item: ExportItem): void {
  if (item.type !== 'attachment' || item.id === null) return;
  const file =
    item.meta.get('_wp_attached_file') ?? item.attachmentUrl.replace(/^.*?\/wp-content\/uploads\//, '');
  shelf.put({
    id: item.id,
    parent: item.parent,
    file: file.normalize('NFC'),
    title: item.title,
    caption: item.excerpt,
    alt: item.meta.get('_wp_attachment_image_alt') ?? '',
    link: item.link,
    address: item.attachmentUrl,
  });
}
