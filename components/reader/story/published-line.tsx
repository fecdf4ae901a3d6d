import { dateAndTime, publicationTime } from '@barta/bengali/dates';
import type { LabelKey, Say } from '@/lib/site/labels';
import type { PublicationLine } from '@/lib/site/settings';

interface StoryTimeLineProps {
  at: Date;
  /** The newsroom's choice of the two forms. */
  line: PublicationLine;
  say: Say;
}

/** প্রকাশিত সময় : ১০:৫৯:০৭ পূর্বাহ্ন, বৃহস্পতিবার, ১৪ সেপ্টেম্বর ২০২৩, or প্রকাশ: ১৪ সেপ্টেম্বর ২০২৩, সকাল ১০:৫৯. */
export function PublishedLine({ at, line, say }: StoryTimeLineProps) {
  const label: LabelKey = line === 'short' ? 'article.published' : 'article.publishedAt';
  return <time dateTime={at.toISOString()}>{`${say(label)} ${timeIn(line, at)}`}</time>;
}

/** The same of the last correction. */
export function UpdatedLine({ at, line, say }: StoryTimeLineProps) {
  const label: LabelKey = line === 'short' ? 'article.updated' : 'article.updatedAt';
  return (
    <>
      {say(label)} <time dateTime={at.toISOString()}>{timeIn(line, at)}</time>
    </>
  );
}

function timeIn(line: PublicationLine, at: Date): string {
  return line === 'short' ? dateAndTime(at) : publicationTime(at);
}
