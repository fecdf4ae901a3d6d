/** What a reader keeps on the device. */
export const deviceLabels = {
  'device.title': { bn: 'সংরক্ষিত খবর', en: 'Your page' },
  'device.short': { bn: 'সংরক্ষিত খবর', en: 'Your page' },
  'device.where': {
    bn: 'এখানে যা আছে, তা শুধু এই ব্রাউজারে থাকে। আমরা তা জানি না, কোথাও পাঠানোও হয় না।',
    en: 'What is here stays in this browser only. We do not know it, and it is sent nowhere.',
  },
  'device.needsScript': {
    bn: 'এই পাতা ব্রাউজারে সংরক্ষিত তথ্য থেকে তৈরি হয়, তাই জাভাস্ক্রিপ্ট চালু থাকতে হবে।',
    en: 'This page is made from the browser’s own memory, which needs JavaScript.',
  },
  'device.saved': { bn: 'যা সংরক্ষণ করেছেন', en: 'Saved stories' },
  'device.noSaved': {
    bn: 'খবরের নিচের ‘সংরক্ষণ করুন’ বোতাম চাপলে তা এখানে থাকবে।',
    en: 'Press “Save” on a story and it will be here.',
  },
  'device.reading': { bn: 'পড়া শেষ হয়নি', en: 'Continue reading' },
  'device.noReading': { bn: 'শেষ না করা কোনো খবর নেই।', en: 'No story is half read.' },
  'device.topics': { bn: 'আপনার বিষয়', en: 'Your topics' },
  'device.noTopics': {
    bn: 'কোনো বিষয়ের পাতায় ‘অনুসরণ করুন’ বোতাম চাপলে তার নতুন খবর এখানে আসবে।',
    en: 'Press “Follow” on a topic’s page and its news will be here.',
  },
  'device.save': { bn: 'সংরক্ষণ করুন', en: 'Save' },
  'device.follow': { bn: 'অনুসরণ করুন', en: 'Follow' },
  'device.card': { bn: 'ফটোকার্ড ডাউনলোড করুন', en: 'Download the photo card' },
  'device.drop': { bn: 'সরান', en: 'Remove' },
  'device.themes': {
    bn: 'ডিভাইসের মোড|লাইট মোড|ডার্ক মোড',
    en: 'Colours: device|Colours: light|Colours: dark',
  },
} as const;
