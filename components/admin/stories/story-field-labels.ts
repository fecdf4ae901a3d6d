import type { LabelKey } from '@/lib/site/labels';

/** What a story's fields are called, in the order of the form. */
export const storyFieldLabels: Readonly<Record<string, LabelKey>> = {
  kicker: 'editor.kicker',
  headline: 'editor.headline',
  standfirst: 'editor.standfirst',
  body: 'editor.body',
  section: 'editor.section',
  topics: 'editor.topics',
  bylines: 'editor.byline',
  district: 'editor.district',
  pictureId: 'editor.leadImage',
  pictureAlt: 'editor.altText',
  pictureCaption: 'editor.caption',
  pictureCredit: 'editor.credit',
  comments: 'storyDesk.commentCount',
};
