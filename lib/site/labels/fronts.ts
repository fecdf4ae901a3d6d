/** Labels of the fronts group: the front pages on the desk, and the শিরোনাম strip. */
export const frontsLabels = {
  'fronts.stop': { bn: 'থামান', en: 'Stop' },
  'fronts.go': { bn: 'চালান', en: 'Move' },

  'fronts.layoutHint': {
    bn: 'প্রচ্ছদে এই বিভাগের অংশ আর বিভাগের পাতার ওপরের দিক এভাবে সাজানো হবে।',
    en: 'How its block on the front and the head of its own page are laid out.',
  },
  'fronts.layout.top': { bn: 'প্রচ্ছদের মাথা', en: 'Head of the front' },
  'fronts.layout.section-lead': { bn: 'প্রধান খবর, পাশে দুটি', en: 'Lead with two beside' },
  'fronts.layout.lead-and-rows': { bn: 'প্রধান খবর, পাশে ছোট ছবির সারি', en: 'Lead and rows' },
  'fronts.layout.lead-between': { bn: 'মাঝে প্রধান খবর, দুই পাশে কলাম', en: 'Lead between columns' },
  'fronts.layout.three-cards': { bn: 'তিনটি কার্ড', en: 'Three cards' },
  'fronts.layout.pictures': { bn: 'ছবির সারি', en: 'Row of pictures' },
  'fronts.layout.photo-band': { bn: 'গাঢ় পটে বড় ছবি', en: 'Photo band' },
  'fronts.layout.dark-band': { bn: 'গাঢ় পটে ভিডিও ও ছবি', en: 'Dark video band' },
  'fronts.layout.faces': { bn: 'লেখকের মুখসহ মতামত', en: 'Opinion with faces' },
  'fronts.layout.places': { bn: 'জেলা বাছাইসহ কার্ড', en: 'Cards with a district picker' },
  'fronts.layout.two-columns': { bn: 'দুই কলামে ছোট ছবি', en: 'Two columns of rows' },
  'fronts.layout.headline-stack': { bn: 'শুধু শিরোনাম, একটি বড়', en: 'Headline stack' },
  'fronts.layout.picture-and-list': { bn: 'আধপাতা: ছবি ও তালিকা', en: 'Half: picture and list' },
  'fronts.layout.words': { bn: 'আধপাতা: শুধু লেখা', en: 'Half: words only' },
  'fronts.layout.plain': { bn: 'এক-তৃতীয়াংশ: সাধারণ তালিকা', en: 'Third: plain list' },
} as const;
