/** What letters say, and the pages that their links lead to: key → Bengali, English. `{x}` is a placeholder. */
export const mailLabels = {
  'mail.greeting': { bn: 'প্রিয় {name},', en: 'Dear {name},' },
  'mail.greetingPlain': { bn: 'প্রিয় পাঠক,', en: 'Dear reader,' },
  'mail.orOpen': {
    bn: 'বোতাম কাজ না করলে এই ঠিকানাটি ব্রাউজারে খুলুন:',
    en: 'If the button does not work, open this address:',
  },
  'mail.why.comment': {
    bn: '{site:locative} মন্তব্য করার সময় কেউ এই ঠিকানা লিখেছেন, তাই এই ই-মেইল পাঠানো হলো।',
    en: 'You get this letter because somebody gave this address with a comment on {site}.',
  },
  'mail.why.letter': {
    bn: '{site:genitive} সকালের নিউজলেটার চেয়ে কেউ এই ঠিকানা লিখেছেন, তাই এই ই-মেইল পাঠানো হলো।',
    en: 'You get this letter because somebody gave this address for the morning letter of {site}.',
  },
  'mail.why.account': {
    bn: '{site:locative} কেউ এই ঠিকানার অ্যাকাউন্ট খুলতে চেয়েছেন, তাই এই ই-মেইল পাঠানো হলো। আপনি না হলে কিছু করতে হবে না।',
    en: 'You get this letter because somebody asked for the page of this address on {site}. If it was not you, do nothing.',
  },
  'mail.why.replies': {
    bn: 'আলোচনাটিতে জবাব এলে জানতে চেয়েছিলেন, তাই এই ই-মেইল পাঠানো হলো।',
    en: 'You get this letter because you asked to be told of replies.',
  },
  'mail.why.morning': {
    bn: '{site:genitive} সকালের নিউজলেটার চেয়েছিলেন, তাই এই ই-মেইল পাঠানো হলো।',
    en: 'You get this letter because you asked for the morning letter of {site}.',
  },
  'mail.why.appeal': {
    bn: '{site:locative} মন্তব্য বন্ধের সিদ্ধান্তের বিরুদ্ধে আপিল করেছিলেন, তাই এই ই-মেইল পাঠানো হলো।',
    en: 'You get this letter because you appealed against a ban on {site}.',
  },
  'mail.stop': { bn: 'এমন ই-মেইল আর না চাইলে', en: 'No more letters like this' },
  'mail.stopAll': { bn: 'এই ঠিকানায় আর কোনো ই-মেইল না চাইলে', en: 'No more letters to this address' },

  'mail.confirm.subject': { bn: 'আপনার ই-মেইল ঠিকানা নিশ্চিত করুন', en: 'Confirm your e-mail address' },
  'mail.confirm.intro': {
    bn: '{site:locative} ‘{headline}’ খবরে আপনার মন্তব্য পেয়েছি। মন্তব্যের সঙ্গে চেয়েছেন:',
    en: 'We have your comment on “{headline}” on {site}. With it you asked for:',
  },
  'mail.confirm.introPlain': {
    bn: '{site:locative} মন্তব্যের সঙ্গে চেয়েছেন:',
    en: 'With a comment on {site} you asked for:',
  },
  'mail.confirm.introLetter': {
    bn: '{site:locative} এই ঠিকানায় চাওয়া হয়েছে:',
    en: 'On {site} this was asked for at your address:',
  },
  'mail.confirm.ask': {
    bn: 'ঠিকানাটি আপনার কি না, তা নিশ্চিত করার আগে কিছুই পাঠাব না। লিংকটি {days} দিন পর্যন্ত কার্যকর।',
    en: 'Nothing is sent before you confirm that the address is yours. The link works for {days} days.',
  },
  'mail.confirm.button': { bn: 'ঠিকানা নিশ্চিত করুন', en: 'Confirm the address' },
  'mail.confirm.notYou': {
    bn: 'আপনি মন্তব্য না করে থাকলে ই-মেইলটি মুছে ফেলুন, আর কিছু আসবে না।',
    en: 'If you wrote no comment, delete this letter and nothing more will come.',
  },
  'mail.confirm.notYouLetter': {
    bn: 'আপনি চেয়ে না থাকলে ই-মেইলটি মুছে ফেলুন, আর কিছু আসবে না।',
    en: 'If you did not ask, delete this letter and nothing more will come.',
  },
  'mail.confirm.withdraw': { bn: 'মন্তব্যটি প্রত্যাহার করতে চাইলে', en: 'To withdraw the comment' },
  'mail.device.subject': {
    bn: '{site}: আপনার আগের পরিচয়ে মন্তব্য করতে',
    en: '{site}: to comment as the writer you are known as',
  },
  'mail.device.intro': {
    bn: '‘{headline}’ খবরে এই ঠিকানা দিয়ে এমন একটি ডিভাইস থেকে মন্তব্য এসেছে, যেটি থেকে আগে এই ঠিকানায় কেউ লেখেননি। তাই মন্তব্যটি নতুন পাঠকের মন্তব্য হিসেবে দেখা হচ্ছে।',
    en: 'A comment on “{headline}” came with this address from a device that has not used it before. So it is treated as the comment of a new reader.',
  },
  'mail.device.ask': {
    bn: 'আপনি লিখে থাকলে, আপনার আগের পরিচয়ে মন্তব্য করতে যে ডিভাইসে লেখেন সেটিতেই লিংকটি খুলুন। লিংকটি {hours} ঘণ্টা পর্যন্ত কার্যকর, একবারই ব্যবহার করা যাবে।',
    en: 'If it was you, open this link on the device you write on, to comment as the writer you are known as. It works once, within {hours} hours.',
  },
  'mail.device.button': { bn: 'এই ডিভাইসটি আমার', en: 'This device is mine' },
  'mail.device.notYou': {
    bn: 'আপনি না লিখে থাকলে লিংকটি খুলবেন না: আপনার পরিচয়ে কেউ কিছু প্রকাশ করতে পারবে না। মন্তব্যটি সরিয়েও দিতে পারেন।',
    en: 'If it was not you, do not open the link: nobody can publish under your standing without it. You can also remove the comment.',
  },
  'mail.use.replies': { bn: 'আলোচনায় জবাব এলে জানানো', en: 'To be told of replies in the discussion' },
  'mail.use.repliesTo': {
    bn: '‘{headline}’: আলোচনায় জবাব এলে জানানো',
    en: '“{headline}”: to be told of replies',
  },
  'mail.use.letter': { bn: 'প্রতিদিন সকালের নিউজলেটার', en: 'The morning letter, daily' },

  'newsletter.title': { bn: 'সকালের নিউজলেটার', en: 'The morning letter' },
  'newsletter.what': {
    bn: 'প্রতিদিন সকাল {hour}টায় দিনের প্রধান খবরগুলো আপনার ই-মেইলে। ছবি নেই, বিজ্ঞাপন নেই; না চাইলে এক ক্লিকেই বন্ধ।',
    en: "The day's main stories in your e-mail at {hour} every morning. No pictures, no advertisements; one click ends it.",
  },
  'newsletter.off': { bn: 'সকালের নিউজলেটার এখন বন্ধ আছে।', en: 'There is no morning letter at present.' },
  'newsletter.consent': {
    bn: 'ঠিকানাটি শুধু নিউজলেটার পাঠাতে ব্যবহার করা হবে, কাউকে দেওয়া হবে না। প্রথমে ই-মেইলে একটি লিংক যাবে; সেটি খুলে নিশ্চিত করলে তবেই নিউজলেটার যাবে।',
    en: 'The address is used for the letter only and given to nobody. First a link is sent; the letter begins when you confirm it there.',
  },
  'newsletter.ask': { bn: 'সাবস্ক্রাইব করুন', en: 'Send me the letter' },
  'newsletter.asked': {
    bn: 'ঠিকানায় নিশ্চিত করার লিংক পাঠানো হলো। ই-মেইলটি খুলে নিশ্চিত করুন। আগে থেকেই নিউজলেটার পেয়ে থাকলে নতুন করে কিছু যাবে না।',
    en: 'A link to confirm is on its way to the address. If you get the letter already, nothing new is sent.',
  },
  'newsletter.tooMany': {
    bn: 'এই নেটওয়ার্ক থেকে অনেকবার চাওয়া হয়েছে। ঘণ্টাখানেক পরে আবার চেষ্টা করুন।',
    en: 'Too many requests from this network. Try again in an hour.',
  },
  'newsletter.more': { bn: 'সকালের নিউজলেটার পেতে', en: 'Get the morning letter' },

  'mail.account.subject': { bn: '{site:locative} আপনার অ্যাকাউন্টের লিংক', en: 'The link to your page on {site}' },
  'mail.account.intro': {
    bn: 'এই লিংকে গেলে আপনার মন্তব্য ও সাবস্ক্রিপশনের তালিকা দেখতে পাবেন, নিজের তথ্য ডাউনলোড করতে বা সব মুছে ফেলতে পারবেন। লিংকটি {minutes} মিনিট পর্যন্ত কার্যকর, একবারই ব্যবহার করা যাবে।',
    en: 'This link leads to your comments and letters; there you can download your data or delete it. It works once, for {minutes} minutes.',
  },
  'mail.account.button': { bn: 'আমার অ্যাকাউন্ট খুলুন', en: 'Open my page' },

  'mail.appeal.subject': { bn: '{site}: আপনার আপিলের উত্তর', en: '{site}: the answer to your appeal' },
  'mail.appeal.lifted': {
    bn: 'আপনার আপিল মেনে নেওয়া হয়েছে। {site:locative} আবার মন্তব্য করতে পারবেন।',
    en: 'Your appeal is accepted. You can comment on {site} again.',
  },
  'mail.appeal.refused': {
    bn: 'আপনার আপিল বিবেচনা করেছি। মন্তব্য নেওয়া বন্ধই থাকছে।',
    en: 'We have considered your appeal. Your comments are still not taken.',
  },
  'mail.appeal.refusedUntil': {
    bn: 'আপনার আপিল বিবেচনা করেছি। {until} পর্যন্ত মন্তব্য নেওয়া বন্ধই থাকছে।',
    en: 'We have considered your appeal. Your comments are still not taken until {until}.',
  },
  'mail.appeal.words': { bn: 'বার্তাকক্ষের বক্তব্য', en: 'The newsroom writes' },

  'mail.replies.subject': { bn: '‘{headline}’ আলোচনায় নতুন জবাব', en: 'New replies on “{headline}”' },
  'mail.replies.intro': {
    bn: '‘{headline}’ খবরে যে আলোচনায় আপনি ছিলেন, সেখানে {count}টি নতুন জবাব এসেছে।',
    en: 'There are {count} new replies in the discussion of “{headline}” that you took part in.',
  },
  'mail.replies.said': { bn: '{name} লিখেছেন', en: '{name} wrote' },
  'mail.replies.read': { bn: 'আলোচনায় দেখুন', en: 'Read it in the discussion' },
  'mail.replies.more': {
    bn: 'আরও {count}টি জবাব আলোচনায় আছে।',
    en: '{count} more replies are in the discussion.',
  },

  'mail.morning.subject': {
    bn: '{site}, সকালের নিউজলেটার: {headline}',
    en: '{site}, the morning letter: {headline}',
  },
  'mail.morning.intro': {
    bn: 'শুভ সকাল। {date:genitive} সকালে {site:genitive} বাছাই করা খবর।',
    en: 'Good morning. The stories of {site} on {date}.',
  },
  'mail.morning.read': { bn: 'পুরো খবর', en: 'Read on' },

  'setting.letterHour': { bn: 'সকালের নিউজলেটার কয়টায় যাবে', en: 'Hour of the morning letter' },
  'setting.letterHourHint': {
    bn: 'ঢাকার সময়, ০ থেকে ২৩। ২৪ লিখলে নিউজলেটার যাবে না।',
    en: 'Dhaka time, 0 to 23. With 24 there is no letter.',
  },

  'mail.consent.title': { bn: 'ই-মেইল ঠিকানা কী কাজে লাগবে', en: 'What your e-mail address is used for' },
  'mail.consent.publish': {
    bn: 'মন্তব্য পাঠালে নামসহ তা প্রকাশে সম্মতি দিচ্ছেন। নিচের দুটি ঐচ্ছিক; ই-মেইলে পাওয়া লিংকে চাপ দিয়ে ঠিকানা নিশ্চিত না করা পর্যন্ত কোনো ই-মেইল যাবে না। পরে সব দেখতে, বদলাতে বা মুছতে:',
    en: 'Sending it, you consent to the comment being published with your name. The two below are separate and up to you; nothing is mailed before you confirm your address by a link. To see, change or delete all of it later:',
  },
  'mail.consent.replies': {
    bn: 'আমার আলোচনায় জবাব এলে ই-মেইলে জানান',
    en: 'Tell me by e-mail of replies in my discussion',
  },
  'mail.consent.letter': { bn: 'প্রতিদিন সকালের নিউজলেটার পাঠান', en: 'Send me the morning letter each day' },
  'mail.consent.mailed': {
    bn: 'ঠিকানা নিশ্চিত করার লিংক ই-মেইলে পাঠানো হচ্ছে, আগে নিশ্চিত করা না থাকলে।',
    en: 'A link to confirm your address is on its way to you, unless it is confirmed already.',
  },

  'account.title': { bn: 'আমার অ্যাকাউন্ট', en: 'My page' },
  'account.ask': {
    bn: 'যে ঠিকানা দিয়ে মন্তব্য করেছেন তা লিখুন। সেই ঠিকানায় একটি লিংক পাঠাব; পাসওয়ার্ড লাগে না।',
    en: 'Type the address that you commented with. We mail a link to it; there is no password.',
  },
  'account.email': { bn: 'ই-মেইল', en: 'E-mail' },
  'account.send': { bn: 'লিংক পাঠান', en: 'Send the link' },
  'account.onward': {
    bn: 'আপনার মন্তব্য ও সাবস্ক্রিপশন দেখতে বা বদলাতে:',
    en: 'To see or change your comments and letters:',
  },
  'account.askedFor': { bn: 'যে ঠিকানা লিখেছেন: {email}', en: 'The address you typed: {email}' },
  'account.retype': { bn: 'ভুল হলে আবার লিখুন', en: 'Wrong? Type it again' },
  'account.asked': {
    bn: 'এই ঠিকানা থেকে কোনো মন্তব্য হয়ে থাকলে একটু পরেই সেখানে লিংক পৌঁছাবে। স্প্যাম ফোল্ডারও দেখুন।',
    en: 'If there are comments from this address, a link will arrive there shortly. Look into the spam folder too.',
  },
  'account.tooMany': {
    bn: 'এই নেটওয়ার্ক থেকে অনেকবার চাওয়া হয়েছে। এক ঘণ্টা পর আবার চেষ্টা করুন।',
    en: 'Asked for too often from this network. Try again in an hour.',
  },
  'account.open.note': {
    bn: 'অ্যাকাউন্ট খুলতে বোতামে চাপ দিন। লিংকটি একবারই ব্যবহার করা যায়, অ্যাকাউন্ট এক ঘণ্টা খোলা থাকে।',
    en: 'Press the button to open your page. The link works once, the page stays open for an hour.',
  },
  'account.open.do': { bn: 'আমার অ্যাকাউন্ট খুলুন', en: 'Open my page' },
  'account.device.title': { bn: 'এই ডিভাইসে আপনার পরিচয়', en: 'You on this device' },
  'account.device.note': {
    bn: 'বোতামে চাপ দিলে এই ডিভাইস থেকে আপনার আগের পরিচয়েই মন্তব্য করতে পারবেন। অন্যের ডিভাইস হলে চাপ দেবেন না।',
    en: 'Press the button to comment from this device as the writer you are known as. Do not press it on a device of somebody else.',
  },
  'account.device.do': { bn: 'এই ডিভাইসটি আমার', en: 'This device is mine' },
  'account.device.done': {
    bn: 'হয়ে গেছে: এই ডিভাইস থেকে আপনার আগের পরিচয়ে মন্তব্য করতে পারবেন।',
    en: 'Done: from this device you comment as the writer you are known as.',
  },
  'account.badLink': {
    bn: 'লিংকটি ঠিক নেই, মেয়াদ শেষ, বা একবার ব্যবহার হয়ে গেছে।',
    en: 'This link is wrong, has expired or was used already.',
  },
  'account.askAgain': { bn: 'নতুন লিংক চান', en: 'Ask for a new link' },
  'account.confirm.title': { bn: 'ঠিকানা নিশ্চিত করুন', en: 'Confirm your address' },
  'account.confirm.note': {
    bn: 'নিশ্চিত করলে এই ঠিকানায় যাবে:',
    en: 'When you confirm, this is sent to the address:',
  },
  'account.confirm.nothing': {
    bn: 'ঠিকানাটি আপনার বলে নিশ্চিত হবে।',
    en: 'It will be noted that the address is yours.',
  },
  'account.confirm.do': { bn: 'নিশ্চিত করছি', en: 'I confirm' },
  'account.confirm.done': { bn: 'ঠিকানা নিশ্চিত হয়েছে। ধন্যবাদ।', en: 'Your address is confirmed. Thank you.' },
  'account.confirm.already': {
    bn: 'ঠিকানাটি আগেই নিশ্চিত করা হয়েছে, আর কিছু করতে হবে না।',
    en: 'This address is confirmed already. There is nothing more to do.',
  },
  'account.open.already': {
    bn: 'আপনার অ্যাকাউন্ট এই ডিভাইসে খোলাই আছে।',
    en: 'Your page is open on this device already.',
  },
  'account.unsubscribe.title': { bn: 'ই-মেইল বন্ধ করুন', en: 'Stop the letters' },
  'account.unsubscribe.one': {
    bn: 'বোতামে চাপ দিলে এই ই-মেইল আর যাবে না।',
    en: 'Press the button, and this letter will not be sent again.',
  },
  'account.unsubscribe.all': {
    bn: 'বোতামে চাপ দিলে এই ঠিকানায় আর কোনো ই-মেইল যাবে না।',
    en: 'Press the button, and no letters will be sent to this address.',
  },
  'account.unsubscribe.do': { bn: 'বন্ধ করুন', en: 'Stop' },
  'account.unsubscribe.done': { bn: 'বন্ধ হয়েছে। আর ই-মেইল যাবে না।', en: 'Done. No more letters.' },

  'account.comments': { bn: 'আমার মন্তব্য', en: 'My comments' },
  'account.comments.none': { bn: 'কোনো মন্তব্য নেই।', en: 'No comments.' },
  'account.comments.more': {
    bn: 'সর্বশেষ {count}টি দেখানো হলো; সব আছে ডাউনলোড করা তথ্যে।',
    en: 'The latest {count} are shown; all are in your data.',
  },
  'account.state.visible': { bn: 'প্রকাশিত', en: 'Visible' },
  'account.state.held': { bn: 'যাচাইয়ের অপেক্ষায়', en: 'Waiting for review' },
  'account.state.hidden': { bn: 'প্রকাশ করা হয়নি', en: 'Not published' },
  'account.state.spam': { bn: 'প্রকাশ করা হয়নি', en: 'Not published' },
  'account.state.withdrawn': { bn: 'প্রত্যাহার করেছেন', en: 'Withdrawn by you' },
  'account.mail': { bn: 'আমার সাবস্ক্রিপশন', en: 'My letters' },
  'account.mail.none': { bn: 'কোনো সাবস্ক্রিপশন নেই।', en: 'You asked for no letters.' },
  'account.sub.on': { bn: 'চালু, {date} থেকে', en: 'On since {date}' },
  'account.sub.waiting': { bn: 'ঠিকানা নিশ্চিত করা বাকি', en: 'Waits for your confirmation' },
  'account.sub.unsubscribed': { bn: 'আপনি বন্ধ করেছেন', en: 'Stopped by you' },
  'account.sub.bounced': { bn: 'ই-মেইল ফেরত এসেছে, তাই বন্ধ', en: 'Stopped: letters came back' },
  'account.sub.end': { bn: 'বন্ধ করুন', en: 'Stop' },
  'account.sub.resume': { bn: 'চালু করুন', en: 'Start' },
  'account.sub.done': { bn: 'সংরক্ষণ হয়েছে।', en: 'Saved.' },
  'account.data': { bn: 'আমার তথ্য', en: 'My data' },
  'account.data.note': {
    bn: 'আপনার সম্পর্কে যা সংরক্ষিত আছে, সব একটি JSON ফাইলে।',
    en: 'All that is kept about you, as a JSON file.',
  },
  'account.data.get': { bn: 'তথ্য ডাউনলোড করুন', en: 'Download' },
  'account.erase': { bn: 'সব মুছে ফেলুন', en: 'Delete everything' },
  'account.erase.note': {
    bn: 'আপনার নাম, ঠিকানা ও মন্তব্যের লেখা মুছে যাবে। মন্তব্যের জায়গায় থাকবে ‘মুছে ফেলা হয়েছে’, অন্যদের জবাব থেকে যাবে। বার্তাকক্ষে কিছু পাঠিয়ে থাকলে তা থাকবে, আপনার নাম ও ঠিকানা ছাড়া। ফেরানো যাবে না।',
    en: 'Your name, address and the words of your comments are deleted. “Deleted” stands in their place, the replies of others stay. What you have sent to the newsroom stays without your name and address. This cannot be undone.',
  },
  'account.erase.sure': { bn: 'বুঝেছি, সব মুছে ফেলতে চাই', en: 'I understand and want everything deleted' },
  'account.erase.notSure': { bn: 'মুছে ফেলার আগে ঘরটিতে টিক দিন।', en: 'Tick the box before deleting.' },
  'account.erase.do': { bn: 'মুছে ফেলুন', en: 'Delete' },
  'account.erase.done': {
    bn: 'সব মুছে ফেলা হয়েছে। আপনার ঠিকানা আমাদের কাছে আর নেই।',
    en: 'Everything is deleted. We no longer have your address.',
  },
  'account.leave': { bn: 'লগআউট', en: 'Close the page' },
  'account.over': {
    bn: 'অ্যাকাউন্ট খোলা থাকার সময় শেষ। নতুন লিংক চান।',
    en: 'Your page has closed. Ask for a new link.',
  },
  'talk.erased': { bn: 'মুছে ফেলা হয়েছে', en: 'Deleted' },

  'moderation.mailTitle': { bn: 'ই-মেইল পাঠানোর অবস্থা', en: 'How the letters are going' },
  'moderation.mailWaiting': {
    bn: 'পাঠানো বাকি {waiting}টি, গত সাত দিনে গেছে {sent}টি।',
    en: '{waiting} to be sent, {sent} sent in the last seven days.',
  },
  'moderation.mailGivenUp': {
    bn: 'বারবার চেষ্টার পরও যায়নি {count}টি (সর্বশেষ কারণ: {trouble})।',
    en: '{count} could not be sent after many attempts (last reason: {trouble}).',
  },
} as const;
