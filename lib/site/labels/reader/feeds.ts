/** What feeds and files for machines say, and the links that lead to them. */
export const feedsLabels = {
  'feeds.of': { bn: '{site}: {name} বিষয়ের সর্বশেষ খবর', en: '{site}: the latest from {name}' },
  'setting.feedFullText': { bn: 'ফিডে পুরো খবর দিন', en: 'Give whole stories in feeds' },
  'setting.adsTxt': { bn: 'ads.txt', en: 'ads.txt' },
  'setting.adsTxtHint': {
    bn: 'প্রতি লাইনে একটি, যেমন: google.com, pub-1234, DIRECT, f08c47fec0942fa0। খালি রাখলে ফাইলটি থাকবে না।',
    en: 'One a line, as in: google.com, pub-1234, DIRECT, f08c47fec0942fa0. Empty: there is no such file.',
  },
  'setting.securityContact': { bn: 'নিরাপত্তা ত্রুটি জানানোর ঠিকানা', en: 'Contact for security reports' },
  'setting.securityContactHint': {
    bn: 'ই-মেইল বা https:// ঠিকানা, security.txt ফাইলে থাকবে। একাধিক হলে কমা দিন। খালি থাকলে যোগাযোগের পাতা।',
    en: 'An e-mail or https:// address for security.txt. Several by commas. Empty: the contact page.',
  },
  'feeds.link': { bn: 'আরএসএস ফিড', en: 'RSS feed' },
} as const;
