/** Labels of readership: what readers see of it, and the desk. */
export const readershipLabels = {
  'readership.count': { bn: '{count}', en: '{count}' },
  'readership.views': { bn: 'বার পড়া হয়েছে', en: 'times read' },
  'readership.popularTitle': { bn: 'সর্বাধিক পঠিত খবর', en: 'Most read stories' },
  'readership.whichPeriod': { bn: 'কত দিনের তালিকা', en: 'Over how many days' },
  'readership.day': { bn: 'আজ', en: 'Today' },
  'readership.week': { bn: '৭ দিন', en: '7 days' },
  'readership.month': { bn: '৩০ দিন', en: '30 days' },
  'readership.dayNote': { bn: 'গত ২৪ ঘণ্টায় যা সবচেয়ে বেশি পড়া হয়েছে', en: 'Read most in the last 24 hours' },
  'readership.weekNote': { bn: 'গত ৭ দিনে যা সবচেয়ে বেশি পড়া হয়েছে', en: 'Read most in the last 7 days' },
  'readership.monthNote': { bn: 'গত ৩০ দিনে যা সবচেয়ে বেশি পড়া হয়েছে', en: 'Read most in the last 30 days' },
  'readership.allPopular': { bn: 'পুরো তালিকা', en: 'The whole list' },
} as const;
