/** Labels of what keeps texts from being lost: merging, working copies, presence, revisions. `{x}` is a placeholder. */
export const keepingLabels = {
  'keeping.byTheHouse': { bn: 'বার্তাকক্ষ', en: 'the newsroom' },
  'keeping.merged': {
    bn: 'আপনি লেখার সময় {name} খবরটি বদলেছেন। দুজনের লেখা নিচে মিলিয়ে দেওয়া হলো। দেখে নিয়ে সংরক্ষণ করুন।',
    en: '{name} changed the story while you wrote. Both texts are merged below. Look them through, then save.',
  },
  'keeping.chooseFirst': {
    bn: 'যেখানে দুজনের লেখা মেলেনি, সেখানে কোনটি থাকবে বেছে নিন।',
    en: 'Where the two texts differ, choose which is to stand.',
  },
  'keeping.mergeTitle': { bn: 'দুজনের লেখা মিলিয়ে', en: 'Both texts, merged' },
  'keeping.mergeHint': {
    bn: 'যা শুধু একজন বদলেছেন, তা এমনিই থাকবে। আপনার লেখা নিচের ফরমে আগের মতোই আছে; সেখানে বদলালে আবার মেলানো হবে।',
    en: 'What only one of you changed simply stands. Your text is still in the form below; if you change it there, it is merged again.',
  },
  'keeping.mergeNothing': {
    bn: 'দুজনের লেখা এখন একই। সংরক্ষণ করলেই হবে।',
    en: 'Both texts are the same now. Just save.',
  },
  'keeping.mergeSave': { bn: 'মেলানো লেখা সংরক্ষণ করুন', en: 'Save the merged text' },
  'keeping.changedByMe': { bn: 'আপনি বদলেছেন', en: 'Changed by you' },
  'keeping.changedBy': { bn: '{name} বদলেছেন', en: 'Changed by {name}' },
  'keeping.conflict': { bn: 'দুজনই বদলেছেন। কোনটি থাকবে?', en: 'You both changed this. Which is to stand?' },
  'keeping.keepMine': { bn: 'আমি যা লিখেছি', en: 'What I wrote' },
  'keeping.keepTheirs': { bn: '{name} যা লিখেছেন', en: 'What {name} wrote' },
  'keeping.keepBoth': { bn: 'দুটিই থাকবে', en: 'Keep both' },
  'keeping.takenOut': { bn: '(বাদ দেওয়া হয়েছে)', en: '(taken out)' },
  'keeping.spokenAdded': { bn: ' যোগ: ', en: ' added: ' },
  'keeping.spokenRemoved': { bn: ' বাদ: ', en: ' removed: ' },
  'keeping.spokenEnd': { bn: ' শেষ। ', en: ' end. ' },
} as const;
