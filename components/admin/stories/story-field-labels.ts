import type { LabelKey } from '@/lib/site/labels';

/** What a story's fields are called, in the order of the form. */
export const storyFieldLabels: Readonly<Record<string, LabelKey>> = {
  kicker: 'editor.kicker',
  headline: 'editor.headline',
  shortHeadline: 'editor.shortHeadline',
  form: 'editor.form',
  standfirst: 'editor.standfirst',
  body: 'editor.body',
  section: 'editor.section',
  sections: 'editor.otherSections',
  topics: 'editor.topics',
  bylines: 'editor.byline',
  district: 'editor.district',
  districts: 'editor.otherDistricts',
  audio: 'editor.audio',
  video: 'editor.video',
  canonicalSource: 'editor.canonicalSource',
  seoTitle: 'editor.seoTitle',
  seoDescription: 'editor.seoDescription',
  pictureId: 'editor.leadImage',
  pictureAlt: 'editor.altText',
  pictureCaption: 'editor.caption',
  pictureCredit: 'editor.credit',
  comments: 'storyDesk.commentCount',
  commentsUntil: 'editor.commentsUntilTime',
};
