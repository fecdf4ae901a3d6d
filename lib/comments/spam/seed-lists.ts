/** What advertisements under Bengali news are made of, heaviest first, before any moderator has decided anything. */
export const seedLists: readonly [number, string][] = [
  [
    6,
    'ক্যাসিনো জুয়া বেটিং বাজি casino betting 1xbet slot jackpot viagra cialis porn escort backlinks followers ' +
      'বশীকরণ তান্ত্রিক কবিরাজ কবিরাজি হ্যাকার hacker কলগার্ল',
  ],
  [
    5,
    'টেলিগ্রাম হোয়াটসঅ্যাপ ইনবক্স whatsapp telegram t.me wa.me ইমো imo inbox সাবস্ক্রাইব সাবস্ক্রাইবার ফলোয়ার ' +
      'subscribe subscribers ওয়াচটাইম seo iptv sexy ডিপোজিট deposit উইথড্র withdraw জ্যাকপট তাবিজ যৌন লটারি lottery',
  ],
  [
    4,
    'উপার্জন ইনকাম income earn earning bitcoin বিটকয়েন ক্রিপ্টো crypto forex ফরেক্স ট্রেডিং trading গ্যারান্টি ' +
      'guaranteed হারবাল herbal ম্যাসাজ massage হ্যাক হ্যাকিং প্যাকেজ স্পন্সর বায়োডাটা ফিক্সড বুস্ট ডাবল ট্রিক jamanot prize winner',
  ],
  [
    3,
    'রেফার বোনাস bonus ডিসকাউন্ট discount অফার offer লোন loan জামানত কিস্তি বিকাশ রেজিস্ট্রেশন ক্লিক click ভেরিফাই ' +
      'verify registration স্টক সীমিত কমন সার্টিফিকেট এজেন্ট শতভাগ cheap girls prescription essay kamate প্রফিট profit ' +
      'মনিটাইজেশন রিসেলার reseller ড্রপশিপিং giveaway ক্যাপসুল ফর্সা পাইকারি গিফট gift এক্সচেঞ্জ ইনভেস্ট invest রিটার্ন investment signals collateral',
  ],
  [
    2,
    'ফ্রি free লিংক লিংকে link অর্ডার order ডেলিভারি কোড promo code ডাউনলোড download taka একাউন্ট account ' +
      'ভাইরাল viral লাইভ cam ভিসা visa পুরস্কার আইফোন iphone পার্সেল ওষুধ recovery knock ক্রিম পাউডার ডোমেইন হোস্টিং ট্রায়াল টিপস tips পেমেন্ট payment trusted odds dm নিয়োগ ট্যুর',
  ],
];
