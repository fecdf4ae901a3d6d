/** Error pages of the edge server: title and sentence by status. */
export const edgeLabels = {
  'edge.400.title': { bn: 'অনুরোধটি বোঝা যায়নি', en: 'That request could not be understood' },
  'edge.400.text': {
    bn: 'ঠিকানায় বা পাঠানো তথ্যে ভুল আছে। ঠিকানাটি মিলিয়ে দেখুন, অথবা পাতাটি নতুন করে খুলে আবার পাঠান।',
    en: 'The address or what was sent is not right. Check the address, or open the page anew and send again.',
  },
  'edge.403.title': { bn: 'অনুরোধটি নেওয়া হয়নি', en: 'That request was refused' },
  'edge.403.text': {
    bn: 'এটি অন্য কোনো সাইট থেকে এসেছে বলে মনে হচ্ছে। এই সাইটের পাতা খুলে আবার পাঠান।',
    en: 'It seems to come from another site. Open the page on this site and send again.',
  },
  'edge.404.title': { bn: 'পাতাটি পাওয়া যায়নি', en: 'Page not found' },
  'edge.404.text': { bn: 'এই ঠিকানায় কিছু নেই।', en: 'There is nothing at this address.' },
  'edge.405.title': { bn: 'এভাবে অনুরোধ করা যায় না', en: 'That method is not allowed' },
  'edge.405.text': {
    bn: 'এই ঠিকানা শুধু দেখা যায়, বা ফরম পাঠানো যায়।',
    en: 'This address can be read, or sent a form, and nothing else.',
  },
  'edge.409.title': { bn: 'পাতাটি পুরোনো হয়ে গেছে', en: 'That page is out of date' },
  'edge.409.text': {
    bn: 'পাতাটি খোলার পর সাইট হালনাগাদ হয়েছে, তাই লেখাটি জমা হয়নি। ব্রাউজারে পেছনে গিয়ে লেখাটি কপি করুন, পাতাটি নতুন করে খুলে আবার পাঠান।',
    en: 'The site was updated after you opened the page, so what you wrote was not saved. Go back, copy it, reload the page and send again.',
  },
  'edge.413.title': { bn: 'পাঠানো তথ্য অনেক বড়', en: 'That is too large' },
  'edge.413.text': {
    bn: 'যা পাঠিয়েছেন তা এখানে নেওয়ার সীমার চেয়ে বড়। ছোট করে আবার পাঠান।',
    en: 'What you sent is larger than this page accepts. Make it smaller and send again.',
  },
  'edge.415.title': { bn: 'তথ্যের ধরন চেনা যায়নি', en: 'That kind of content is not accepted' },
  'edge.415.text': {
    bn: 'এই ঠিকানায় শুধু ফরমের তথ্য পাঠানো যায়।',
    en: 'Only the fields of a form can be sent to this address.',
  },
  'edge.429.title': { bn: 'অনেক বেশি অনুরোধ', en: 'Too many requests' },
  'edge.429.text': {
    bn: 'আপনার নেটওয়ার্ক থেকে একসঙ্গে অনেক পাতা চাওয়া হয়েছে। একটু পরে আবার চেষ্টা করুন।',
    en: 'Your network has asked for a great many pages at once. Please try again in a moment.',
  },
  'edge.502.title': { bn: 'পাঠানো শেষ হয়েছে কি না জানা যায়নি', en: 'It is not known whether that arrived' },
  'edge.502.text': {
    bn: 'মাঝপথে সাইটের একটি অংশ থেমে গিয়েছিল। একটু পরে আবার পাঠান; একই লেখা দুবার জমা হবে না।',
    en: 'A part of the site stopped on the way. Send again in a moment; the same text is not saved twice.',
  },
  'edge.503.title': { bn: 'পাতাটি এখন দেখানো যাচ্ছে না', en: 'This page cannot be shown just now' },
  'edge.503.text': {
    bn: 'আমরা সমস্যাটি দেখছি। একটু পরে আবার চেষ্টা করুন।',
    en: 'We are looking into it. Please try again in a moment.',
  },
  'edge.home': { bn: 'প্রচ্ছদে যান', en: 'To the front page' },
} as const;
