/** The pages for slow and dear lines. */
export const liteLabels = {
  'lite.name': { bn: '{name} লাইট', en: '{name} Lite' },
  'lite.offer': { bn: 'কম ডেটায় পড়ুন', en: 'Read with less data' },
  'lite.description': {
    bn: '{name:genitive} খবর, ছবি ও স্ক্রিপ্ট ছাড়া: ধীর ইন্টারনেটেও দ্রুত খোলে।',
    en: 'The news of {name} without pictures and scripts: quick on slow lines too.',
  },
  'lite.toFull': { bn: 'পূর্ণ সংস্করণ', en: 'Full version' },
  'lite.front': { bn: 'প্রধান খবর', en: 'Top stories' },
  'lite.showPicture': { bn: 'ছবি দেখুন', en: 'Show the picture' },
  'lite.showPictureOf': { bn: 'ছবি দেখুন: {what}', en: 'Show the picture: {what}' },
  'lite.openAudio': { bn: 'অডিও শুনুন', en: 'Listen' },
  'lite.openVideo': { bn: 'ভিডিও দেখুন', en: 'Watch the video' },
  'lite.openVideoFor': { bn: 'ভিডিও দেখুন ({duration})', en: 'Watch the video ({duration})' },
  'lite.openAudioFor': { bn: 'লেখাটি শুনুন ({duration})', en: 'Listen to the story ({duration})' },
  'lite.comments': { bn: 'মন্তব্য পড়ুন ({count})', en: 'Read the comments ({count})' },
  'lite.noComments': { bn: 'এখনো কোনো মন্তব্য নেই।', en: 'No comments yet.' },
  'lite.write': { bn: 'মন্তব্য লিখুন (পূর্ণ সংস্করণে)', en: 'Write a comment (full version)' },
  'lite.allComments': { bn: 'সব মন্তব্য (পূর্ণ সংস্করণে)', en: 'All comments (full version)' },
  'lite.backToStory': { bn: 'খবরে ফিরুন', en: 'Back to the story' },
  'lite.allOf': { bn: '{section}: সব খবর', en: '{section}: all stories' },
} as const;
