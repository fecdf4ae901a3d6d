import { shortDate } from '@barta/bengali/dates';
import { toBengaliDigits } from '@barta/bengali/digits';
import { formatDuration } from '@barta/bengali/durations';
import type { MediaGridItem } from '@/components/admin/media/media-grid';
import type { LabelSet, Say } from '@/lib/site/labels';

interface MediaFileRow {
  file: string;
  kind: 'audio' | 'video';
  name: string;
  caption: string;
  credit: string;
  seconds: number | null;
  bytes: number | null;
  createdAt: Date;
  uses: number;
}

/** A sound or film of the library in words. */
export function mediaView(
  row: MediaFileRow,
  { say, labelSet }: { say: Say; labelSet: LabelSet },
): MediaGridItem {
  const { file, kind, seconds, bytes, uses } = row;
  const digits = (text: string) => (labelSet === 'bn' ? toBengaliDigits(text) : text);
  return {
    file,
    kind,
    title: row.caption || row.name,
    length: seconds === null ? '' : digits(formatDuration(seconds)),
    size: bytes === null ? '' : sizeOf(bytes, say, digits),
    credit: row.credit,
    date: shortDate(row.createdAt),
    uses,
  };
}

/** As ৪.২ মেগাবাইট; what is smaller than a tenth is told as one. */
export function sizeOf(bytes: number, say: Say, digits: (text: string) => string): string {
  const size = digits(Math.max(0.1, bytes / 1024 / 1024).toFixed(1));
  return say('mediaLibrary.megabytes', { size });
}
