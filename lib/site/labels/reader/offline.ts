/** What a reader without a line is told. */
export const offlineLabels = {
  'offline.title': { bn: 'ইন্টারনেট সংযোগ নেই', en: 'You are offline' },
  'offline.text': {
    bn: 'পাতাটি এই ডিভাইসে সংরক্ষিত নেই। সংযোগ ফিরলে আবার চেষ্টা করুন।',
    en: 'That page is not kept on this device. Try again when you are back online.',
  },
  'offline.again': { bn: 'আবার চেষ্টা করুন', en: 'Try again' },
  'offline.front': { bn: 'শেষ দেখা প্রচ্ছদ', en: 'The front page as you last saw it' },
  'offline.saved': { bn: 'যা এখনই পড়তে পারেন', en: 'What you can read now' },
} as const;
