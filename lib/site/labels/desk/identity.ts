/** Labels of the newsroom's own signs: logo, icon, picture for shared links. */
export const identityLabels = {
  'identity.title': { bn: 'লোগো ও আইকন', en: 'Logo and icon' },
  'identity.about': {
    bn: 'ছবির ভান্ডার থেকে নম্বর দিন, অথবা নতুন ছবি দিন। খালি রাখলে সাইটের নাম আর আমাদের নিজস্ব চিহ্ন দেখা যায়।',
    en: 'Give the number of a picture of the library, or send a new one. Empty: the site’s name and our own sign.',
  },
  'identity.number': { bn: '{name}: ছবির নম্বর', en: '{name}: number of the picture' },
  'identity.upload': { bn: '{name}: নতুন ছবি', en: '{name}: a new picture' },
  'identity.now': { bn: 'এখন যা আছে', en: 'What is there now' },
  'identity.save': { bn: 'সংরক্ষণ করুন', en: 'Save' },
  'identity.saved': {
    bn: 'সংরক্ষিত হয়েছে। পাঠকেরা এখনই দেখতে পাবেন।',
    en: 'Saved. Readers see it at once.',
  },
  'identity.nothingChanged': { bn: 'কিছু বদলানো হয়নি।', en: 'Nothing was changed.' },
  'identity.forbidden': { bn: 'আপনার এ কাজের অনুমতি নেই।', en: 'You may not do this.' },
  'identity.picture-unknown': {
    bn: 'ভান্ডারে আছে এমন ছবির নম্বর দিন।',
    en: 'Enter the number of a picture of the library.',
  },
  'identity.not-made': {
    bn: 'এই ছবি থেকে আইকন বানানো গেল না। অন্য ছবি দিন।',
    en: 'No icon could be made of this picture. Take another.',
  },
  'identity.not-stored': {
    bn: 'সার্ভারে জায়গা নেই, তাই সংরক্ষণ করা গেল না।',
    en: 'The server has no room for it.',
  },
  'setting.logoId': { bn: 'লোগো', en: 'Logo' },
  'setting.logoIdHint': {
    bn: 'চওড়া ছবি, স্বচ্ছ পটভূমির PNG হলে ভালো। ওপরে ৪৮ থেকে ৭২ পিক্সেল উঁচু দেখায়।',
    en: 'A wide picture, best a PNG without ground. Shown 48 to 72 pixels high.',
  },
  'setting.logoDarkId': { bn: 'ডার্ক মোডের লোগো', en: 'Logo in the dark' },
  'setting.logoDarkIdHint': {
    bn: 'খালি রাখলে ডার্ক মোডেও একই লোগো।',
    en: 'Empty: the same logo in the dark.',
  },
  'setting.iconId': { bn: 'আইকন', en: 'Icon' },
  'setting.iconIdHint': {
    bn: 'চৌকো ছবি, অন্তত ৫১২×৫১২। ব্রাউজারের ট্যাব ও ফোনের পর্দার জন্য সব মাপ এখান থেকে বানানো হয়।',
    en: 'A square picture, 512×512 or more. All sizes for tabs and home screens are made of it.',
  },
  'setting.cardPictureId': { bn: 'শেয়ারের ছবি', en: 'Picture for shared links' },
  'setting.cardPictureIdHint': {
    bn: 'প্রচ্ছদ বা বিভাগের লিংক শেয়ার করলে দেখায়; ১২০০×৬৩০ ভালো। খবরের নিজের কার্ড থাকে।',
    en: 'Shown with shared links to the front or a section; 1200×630 is best. Stories have cards of their own.',
  },
  'setting.iconFile': { bn: 'আইকনের ফাইল', en: 'Files of the icon' },
} as const;
