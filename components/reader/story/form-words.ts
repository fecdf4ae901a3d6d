import type { LabelKey } from '@/lib/site/labels';
import type { Story } from '@/lib/stories/for-readers/reading';

/** What stands before the kicker of a story that is more than a report; a live one says so by its posts. */
export const formWords: Readonly<Partial<Record<Story['form'], LabelKey>>> = {
  opinion: 'formats.opinion',
  explainer: 'formats.explainer',
  photo: 'formats.photo',
  video: 'formats.video',
  longread: 'formats.longread',
};
