/** Labels of signing in, second factors and passkeys: key → Bengali, English. `{x}` is a placeholder. */
export const signInLabels = {
  'signIn.forgot.title': { bn: 'নতুন পাসওয়ার্ডের লিংক', en: 'A link for a new password' },
  'signIn.forgot.note': {
    bn: 'যে ই-মেইল ঠিকানায় আপনি ডেস্কে লগইন করেন, সেটি লিখুন। অ্যাকাউন্ট থাকলে সেখানে একটি লিংক যাবে। অন্য কেউ বারবার ভুল পাসওয়ার্ড দেওয়ায় লগইন আটকে গেলেও এই লিংকে ঢুকতে পারবেন।',
    en: 'Type the address that you sign in with. If there is an account, a link is mailed to it. It also lets you in when somebody else has locked the account with wrong passwords.',
  },
  'signIn.forgot.send': { bn: 'লিংক পাঠান', en: 'Send the link' },
  'signIn.forgot.sent': {
    bn: 'এই ঠিকানায় অ্যাকাউন্ট থাকলে কয়েক মিনিটের মধ্যে লিংক পৌঁছাবে। লিংকটি {minutes} মিনিট পর্যন্ত একবার ব্যবহার করা যাবে।',
    en: 'If this address has an account, the link arrives within minutes. It works once, for {minutes} minutes.',
  },
  'signIn.forgot.noMail': {
    bn: 'এই সাইটে মেইল সার্ভার বসানো নেই। নতুন পাসওয়ার্ডের লিংকের জন্য প্রধান সম্পাদক বা সাইটের কারিগরি দায়িত্বে থাকা ব্যক্তিকে বলুন।',
    en: 'This site has no mail server. Ask the chief editor or whoever runs the site for a link.',
  },
  'signIn.backToSignIn': { bn: 'লগইনের পাতায় ফিরুন', en: 'Back to the sign-in' },
  'signIn.password.title': { bn: 'পাসওয়ার্ড ঠিক করুন', en: 'Choose a password' },
  'signIn.password.for': { bn: '{name}, আপনার পাসওয়ার্ড ঠিক করুন।', en: '{name}, choose your password.' },
  'signIn.password.save': { bn: 'পাসওয়ার্ড রেখে লগইন করুন', en: 'Save the password and sign in' },
  'signIn.password.expired': {
    bn: 'লিংকটির মেয়াদ শেষ, অথবা এটি ব্যবহার করা হয়ে গেছে। নতুন লিংক নিন।',
    en: 'This link has expired or was used. Ask for a new one.',
  },
  'signIn.password.newLink': { bn: 'নতুন লিংক নিন', en: 'Get a new link' },
  'signIn.code.title': { bn: 'দ্বিতীয় ধাপ', en: 'Second step' },
  'signIn.code.note': {
    bn: 'আপনার ফোনের অথেনটিকেটর অ্যাপে দেখানো ছয় অঙ্কের কোডটি লিখুন। ফোন হাতে না থাকলে একটি পুনরুদ্ধার কোড লিখুন।',
    en: 'Type the six digits that your authenticator app shows. Without your phone, type a recovery code.',
  },
  'signIn.code.label': { bn: 'কোড', en: 'Code' },
  'signIn.code.submit': { bn: 'লগইন করুন', en: 'Sign in' },
  'signIn.code.required': { bn: 'কোডটি লিখুন।', en: 'Type the code.' },
  'signIn.code.wrong': {
    bn: 'কোডটি মেলেনি। অ্যাপে এখন যে কোড দেখাচ্ছে, সেটি লিখুন।',
    en: 'The code is wrong. Type the one that the app shows now.',
  },
  'signIn.code.expired': {
    bn: 'সময় পেরিয়ে গেছে, অথবা অনেকবার ভুল হয়েছে। আবার শুরু করুন।',
    en: 'Too late, or too many wrong codes. Begin again.',
  },
  'signIn.secondFactorHere': {
    bn: 'এই অ্যাকাউন্টে দুই ধাপের লগইন চালু আছে। এই পাতা থেকে লগইন করুন।',
    en: 'This account has two-step sign-in. Sign in on this page.',
  },
  'account.setupDue': {
    bn: 'আগে ‘আমার অ্যাকাউন্ট’ পাতায় বাকি কাজটুকু সেরে নিন, তারপর এখান থেকে আবার পাঠান। যা লিখেছেন, তা এখানেই আছে।',
    en: 'First finish what is due on the page “My account”, then send this again. What you typed is still here.',
  },
  'account.passwordDue': {
    bn: 'এই পাসওয়ার্ডটি অন্য কেউ বানিয়ে দিয়েছেন। কাজ শুরু করতে নিজের পাসওয়ার্ড ঠিক করুন।',
    en: 'This password was made by somebody else. Choose your own to begin.',
  },
  'account.secondFactorDue': {
    bn: 'আপনার দায়িত্বে দুই ধাপের লগইন বাধ্যতামূলক। নিচে সেটি চালু করলেই ডেস্ক খুলবে।',
    en: 'Your role requires two-step sign-in. Turn it on below and the desk opens.',
  },
  'account.confirmFirst': {
    bn: 'এই কাজের আগে আরেকবার নিশ্চিত হতে হবে যে এটি আপনিই। অন্য ট্যাবে ‘আমার অ্যাকাউন্ট’ পাতায় পাসওয়ার্ড বা কোড দিন, তারপর এখান থেকে আবার পাঠান।',
    en: 'For this, confirm once more that it is you: type your password or a code on the page “My account” in another tab, then send this again.',
  },
  'account.identity.title': { bn: 'এটি আপনিই', en: 'Confirm that it is you' },
  'account.identity.note': {
    bn: 'দায়িত্ব বদলানো, তথ্য ডাউনলোড, নিষেধাজ্ঞা ও স্থায়ীভাবে মোছার আগে আধা ঘণ্টার মধ্যে একবার নিশ্চিত করতে হয়।',
    en: 'Roles, exports, bans and erasing need a confirmation within the last half hour.',
  },
  'account.identity.label': { bn: 'পাসওয়ার্ড', en: 'Password' },
  'account.identity.codeLabel': { bn: 'অ্যাপের কোড বা পুনরুদ্ধার কোড', en: 'Code of the app, or a recovery code' },
  'account.identity.submit': { bn: 'নিশ্চিত করুন', en: 'Confirm' },
  'account.identity.done': { bn: 'নিশ্চিত হলো। এবার কাজটি আবার করুন।', en: 'Confirmed. Now do it again.' },
  'account.app.title': { bn: 'দুই ধাপে লগইন', en: 'Two-step sign-in' },
  'account.app.off': {
    bn: 'চালু নেই। চালু করলে পাসওয়ার্ডের পর ফোনের অ্যাপের কোডও লাগবে; পাসওয়ার্ড চুরি হলেও কেউ ঢুকতে পারবে না।',
    en: 'Off. When it is on, a code from your phone is needed after the password, so that a stolen password opens nothing.',
  },
  'account.app.on': { bn: 'চালু আছে।', en: 'On.' },
  'account.app.codesLeft': {
    bn: 'অব্যবহৃত পুনরুদ্ধার কোড: {count}টি।',
    en: 'Recovery codes that are not used: {count}.',
  },
  'account.app.begin': { bn: 'চালু করুন', en: 'Turn it on' },
  'account.app.scan': {
    bn: 'ফোনের অথেনটিকেটর অ্যাপে এই ছবিটি স্ক্যান করুন, অথবা নিচের অক্ষরগুলো লিখুন। তারপর অ্যাপে দেখানো ছয় অঙ্কের কোডটি দিন।',
    en: 'Scan this picture with the authenticator app of your phone, or type the letters below. Then type the six digits that it shows.',
  },
  'account.app.qr': { bn: 'অ্যাপে যোগ করার কিউআর কোড', en: 'QR code for the app' },
  'account.app.code': { bn: 'অ্যাপের ছয় অঙ্কের কোড', en: 'Six digits of the app' },
  'account.app.confirm': { bn: 'কোড মিলিয়ে চালু করুন', en: 'Check the code and turn on' },
  'account.app.done': {
    bn: 'দুই ধাপে লগইন চালু হয়েছে। পুনরুদ্ধার কোডগুলো কাগজে লিখে নিরাপদ জায়গায় রাখুন; এগুলো আর দেখানো হবে না।',
    en: 'Two-step sign-in is on. Write these recovery codes down and keep them safe; they are not shown again.',
  },
  'account.app.newCodes': { bn: 'নতুন পুনরুদ্ধার কোড', en: 'New recovery codes' },
  'account.app.newCodesDone': {
    bn: 'আগের কোডগুলো বাতিল। নতুন কোডগুলো নিরাপদ জায়গায় লিখে রাখুন; এগুলো আর দেখানো হবে না।',
    en: 'The earlier codes are void. Write the new ones down; they are not shown again.',
  },
  'account.app.remove': { bn: 'বন্ধ করুন', en: 'Turn it off' },
  'account.app.removed': { bn: 'দুই ধাপে লগইন বন্ধ হয়েছে।', en: 'Two-step sign-in is off.' },
  'account.app.gone': { bn: 'পাতাটি নতুন করে খুলে আবার শুরু করুন।', en: 'Load the page again and begin anew.' },
  'staff.removeSecondFactor': { bn: 'দুই ধাপের লগইন বন্ধ', en: 'Turn off two-step sign-in' },
  'staff.secondFactorRemoved': {
    bn: '{name:genitive} দুই ধাপের লগইন বন্ধ হয়েছে, সব ডিভাইস থেকেও বের করে দেওয়া হয়েছে।',
    en: 'Two-step sign-in of {name} is off, and all sessions have ended.',
  },
  'staff.noSecondFactor': {
    bn: 'এই কর্মীর দুই ধাপের লগইন চালু নেই।',
    en: 'This member has no two-step sign-in.',
  },
  'staff.onceLink': {
    bn: 'এই লিংকটি একবারই দেখানো হচ্ছে, {minutes} মিনিট কাজ করবে। এখনই তাঁর হাতে পৌঁছে দিন; তিনি এটি খুলে নিজের পাসওয়ার্ড ঠিক করবেন:',
    en: 'This link is shown only once and works for {minutes} minutes. Hand it over now; its owner opens it and chooses a password:',
  },
  'staff.linkMailed': {
    bn: '{name:genitive} ই-মেইলে লিংক পাঠানো হয়েছে; {minutes} মিনিটের মধ্যে খুলে তিনি নিজের পাসওয়ার্ড ঠিক করবেন।',
    en: 'A link has been mailed to {name}, who chooses a password with it within {minutes} minutes.',
  },
  'settings.part.security': { bn: 'নিরাপত্তা', en: 'Security' },
  'setting.secondFactorReporters': {
    bn: 'প্রতিবেদকদের দুই ধাপে লগইন বাধ্যতামূলক',
    en: 'Reporters need two-step sign-in',
  },
  'setting.secondFactorModerators': {
    bn: 'মডারেটরদের দুই ধাপে লগইন বাধ্যতামূলক',
    en: 'Moderators need two-step sign-in',
  },
  'setting.secondFactorEditors': {
    bn: 'সম্পাদকদের দুই ধাপে লগইন বাধ্যতামূলক',
    en: 'Editors need two-step sign-in',
  },
  'setting.secondFactorChiefs': {
    bn: 'প্রধান সম্পাদকদের দুই ধাপে লগইন বাধ্যতামূলক',
    en: 'Chief editors need two-step sign-in',
  },
  'mail.why.staff': {
    bn: '{site:genitive} ডেস্কে আপনার অ্যাকাউন্ট আছে বলে এই মেইল।',
    en: 'You get this mail because you have an account at the desk of {site}.',
  },
  'mail.staff.invitation.subject': {
    bn: '{site:genitive} ডেস্কে আমন্ত্রণ',
    en: 'Your account at the desk of {site}',
  },
  'mail.staff.invitation.intro': {
    bn: '{site:genitive} ডেস্কে আপনার অ্যাকাউন্ট খোলা হয়েছে। নিচের লিংকে গিয়ে পাসওয়ার্ড ঠিক করুন।',
    en: 'An account has been made for you at the desk of {site}. Choose a password with this link.',
  },
  'mail.staff.invitation.button': { bn: 'পাসওয়ার্ড ঠিক করুন', en: 'Choose a password' },
  'mail.staff.password.subject': {
    bn: '{site:genitive} ডেস্কে নতুন পাসওয়ার্ড',
    en: 'A new password for the desk of {site}',
  },
  'mail.staff.password.intro': {
    bn: '{site:genitive} ডেস্কে নতুন পাসওয়ার্ড ঠিক করার লিংক চাওয়া হয়েছে।',
    en: 'A link was asked for to choose a new password at the desk of {site}.',
  },
  'mail.staff.password.button': { bn: 'নতুন পাসওয়ার্ড ঠিক করুন', en: 'Choose a new password' },
  'mail.staff.minutes': {
    bn: 'লিংকটি {minutes} মিনিট পর্যন্ত একবার ব্যবহার করা যাবে।',
    en: 'The link works once, for {minutes} minutes.',
  },
  'mail.staff.notYou': {
    bn: 'আপনি না চেয়ে থাকলে কিছু করতে হবে না; লিংক না খুললে কিছুই বদলাবে না।',
    en: 'If you did not ask for it, do nothing: without the link nothing changes.',
  },
} as const;
