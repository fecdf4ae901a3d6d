/** Labels of the body's editor and of what a body's blocks say themselves. `{x}` is a placeholder. */
export const editorLabels = {
  'editor.bodyMalformed': {
    bn: 'মূল লেখাটি পড়া যায়নি, তাই কিছুই বদলানো হয়নি। পাতাটি আবার খুলে চেষ্টা করুন।',
    en: 'The body could not be read, so nothing was changed. Open the page anew and try again.',
  },
  'editor.bodyUnknownBlock': {
    bn: 'মূল লেখায় এমন একটি অংশের নাম আছে যা এই খবরে নেই। “[[ব্লক …]]” লেখা লাইনগুলো দেখুন।',
    en: 'The body names a part that this story does not have. See the lines that begin with “[[ব্লক”.',
  },
  'editor.bodyTooLarge': {
    bn: 'মূল লেখাটি খুব বড়। খবরটি ভাগ করুন, বা কিছু অংশ বাদ দিন।',
    en: 'The body is too large. Part the story, or leave some of it out.',
  },
  'editor.bodyTooDeep': {
    bn: 'তালিকার ভেতরে তালিকা বেশি গভীরে গেছে। ভেতরের স্তর কমান।',
    en: 'The lists lie too deep in one another. Use fewer levels.',
  },
  'editor.alsoReadTitle': { bn: 'আরও পড়ুন', en: 'Also read' },
  'editor.correctionTitle': { bn: 'সংশোধনী', en: 'Correction' },
} as const;
