/** Words of grammar: in most stories, so they narrow nothing and cost most. Left out beside other words. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'ও এ এই এবং যে এক না করে থেকে হয় করা হয়েছে জন্য সঙ্গে কিন্তু তবে আর বা তা সে তার হবে ছিল করতে বলেন এর কি the a an of and in to'
    .normalize('NFC')
    .split(' '),
);

/**
 * Words that ask, and words that readers add to any query for news. No story need hold them: where not all words stand
 * together they hardly count.
 */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    'কত কতো কতটা কতটি কতজন কবে কখন কী কেন কে কার কাকে কারা কোথায় কোন কোনটি কিভাবে কীভাবে কেমন কয় কয়টি কতদিন কিসের কীসের কিসে ' +
    'আজ আজকে আজকের এখন এখনকার সর্বশেষ সবশেষ খবর খবরাখবর সংবাদ নিউজ ভিডিও ছবি লাইভ বিস্তারিত জানতে চাই সম্পর্কে বিষয়ে ' +
    'what when where who why how which is are was were news video latest today live khobor ki keno kobe koto kothay'
  )
    .normalize('NFC')
    .split(' '),
);
