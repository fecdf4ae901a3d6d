import type { ImportStaging } from '@/db/import-staging';
import type {
  ExportAuthor,
  ExportCategory,
  ExportItem,
  ExportPart,
  ExportSite,
} from './export/export-format';
import { ExportFault, readExport } from './export/read-export';
import type { ImportOptions } from './import-options';
import { decodedSlug, offsetIn } from './old-site';

export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface ScannedExport {
  site: Pick<ExportSite, 'title' | 'address'>;
  authors: Map<string, ExportAuthor>;
  categories: ExportCategory[];
  /** Nicenames of the categories used by the posts to import. */
  named: Set<string>;
  posts: number;
  offsetMs: number | undefined;
}

/** WordPress statuses of posts that are not imported. */
export const SKIPPED_STATUSES: ReadonlySet<string> = new Set(['trash', 'auto-draft', 'inherit']);

export const isPost = ({ types }: ImportOptions, { type }: ExportItem) =>
  type === 'post' || types.includes(type);

/** The first pass. Stops silently where the file cannot be read; the second pass reports it. */
export async function scanExport(
  chunks: ByteSource,
  options: ImportOptions,
  staging: ImportStaging,
): Promise<ScannedExport> {
  const seen: ScannedExport = {
    site: { title: '', address: '' },
    authors: new Map(),
    categories: [],
    named: new Set(),
    posts: 0,
    offsetMs: undefined,
  };
  for await (const part of readUntilFault(chunks)) {
    if (part.kind === 'site') seen.site = part;
    else if (part.kind === 'author') seen.authors.set(part.login, part);
    else if (part.kind === 'category') seen.categories.push(part);
    else {
      seen.offsetMs ??= offsetIn(part.dateGmt, part.date) ?? undefined;
      stageFile(staging, part);
      if (!isPost(options, part)) continue;
      seen.posts += 1;
      if (SKIPPED_STATUSES.has(part.status)) continue;
      for (const { domain, nicename } of part.terms)
        if (domain === 'category') seen.named.add(decodedSlug(nicename));
    }
  }
  return seen;
}

/** Yields the parts of an export up to the first fault, which is passed to `onFault`. */
export async function* readUntilFault(
  chunks: ByteSource,
  onFault: (fault: ExportFault) => void = () => {},
): AsyncGenerator<ExportPart> {
  try {
    yield* readExport(chunks);
  } catch (error) {
    if (!(error instanceof ExportFault)) throw error;
    onFault(error);
  }
}

function stageFile(staging: ImportStaging, item: ExportItem): void {
  if (item.type !== 'attachment' || item.id === null) return;
  const file =
    item.meta.get('_wp_attached_file') ?? item.attachmentUrl.replace(/^.*?\/wp-content\/uploads\//, '');
  staging.addFile({
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
