/**
 * What is sold under news, by trade, and how sellers speak. Each word is the beginning of a word, in small letters; a blank
 * stands for any space. Facts about language, not about anybody: a reader who complains of a trade uses its words too, so
 * a trade alone weighs nothing (`offer-features.ts`).
 */
export const tradeWords: Readonly<Record<string, string>> = {
  betting:
    'ক্যাসিনো ক্যাসিন জুয়া বেটিং বেট_ বাজি স্লট জ্যাকপট স্পিন ক্রিকেট_আইডি এক্সচেঞ্জ_আইডি তিন_পাত্তি টিপস প্রেডিকশন ডিপোজিট উইথড্র ওয়েলকাম_বোনাস এভিয়েটর ' +
    'লুডু ক্র্যাশ_গেম casino betting bet_ slot jackpot spins aviator 1xbet odds deposit withdraw prediction tips_ ডায়মন্ড diamond top_up টপ_আপ',
  money:
    'ইনকাম আয়_কর উপার্জন রেফার বিনিয়োগ ইনভেস্ট প্রফিট রিটার্ন সিগন্যাল সিগনাল ট্রেডিং ফরেক্স ক্রিপ্টো বিটকয়েন ইথেরিয়াম কয়েন মাইনিং বাইনান্স ইউএসডিটি usdt এমএলএম নেটওয়ার্ক_বিজনেস ' +
    'income earn earning profit invest trading trader forex crypto bitcoin btc_ signal mining portfolio refer recovery payout kamai kamate',
  loan: 'লোন ঋণ জামানত গ্যারান্টার কিস্তি সুদ ক্রেডিট_কার্ড সিআইবি loan lend kisti kistite jamanot collateral interest payday credit fund',
  job:
    'নিয়োগ চাকরি পার্টটাইম পার্ট_টাইম ফুলটাইম ডেটা_এন্ট্রি ডাটা_এন্ট্রি টাইপিং বেতন স্যালারি জব_ পদে লোক_লাগবে লোক_নিয়োগ হেলপার অপারেটর রাইডার গার্ড বেকার প্যাকিং কাজের_লোক ' +
    'job_ jobs part_time parttime salary beton niyog lok_lagbe lok_nib hiring vacancy cv_ bekar captcha typing packing kaj_korte kaj_kore data_entry remote',
  follower:
    'ফলোয়ার ফলো_ লাইক সাবস্ক্রাইব ওয়াচটাইম মনিটাইজেশন রিভিউ ভিউ_ বুস্ট পেজে পেজটা পেইজ চ্যানেল ভ্লগ আইডি_কেন রিফিল follow follower subscrib like_ likes monetiz watch_hour watchtime smm pva channel backlink seo_ dofollow guest_post reseller boost',
  cure:
    'হারবাল ভেষজ আয়ুর্বেদ হোমিও হাকিমি দাওয়াখানা কবিরাজ ওষুধ ঔষধ ক্যাপসুল ভিটামিন পাউডার যৌন যৌবন দাম্পত্য ফর্সা মেছতা পাইলস বাতের গ্যাস্ট্রিক ডায়াবেটিস ওজন_কম মোটা_হ চিকন চুল_পড়া লম্বা চিরতরে সাইড_ইফেক্ট ' +
    'herbal cure cured viagra cialis pills oil_ timing weight_loss dr_ medicine',
  magic:
    'তান্ত্রিক কবিরাজি বশীকরণ তাবিজ তদবির জিন_ জ্যোতিষ রাশিফল হস্তরেখা রত্ন_পাথর নীলা_পাথর আমল কালো_জাদু জাদুটোনা কুফরি বশ_কর বশে হাদিয়া দরবার পীর_সাহেব tantrik jadu black_magic astrolog baba_ji spell',
  film: 'মুভি সিনেমা ওয়েব_সিরিজ ফুল_এইচডি এইচডি_প্রিন্ট ফুল_পার্ট ফুল_ভিডিও লিক_ভিডিও বাকি_ভিডিও ভাইরাল_ভিডিও ভাইরাল_লিংক মোড_এপিকে এপিকে ডাউনলোড নেটফ্লিক্স প্রিমিয়াম আইপিটিভি full_movie movie_ apk mod_ iptv netflix premium 1080p download viral_link leaked watch_live',
  adult:
    'ভিডিও_কল কলগার্ল এসকর্ট সেক্সি একা_আছি একা_লাগ ছবি_দিব ছবি_দেখ জান_ escort sexy call_girl full_night video_call cam_ my_photos hot_girl girls',
  sim: 'সিম_ সিমের জিবি বান্ডেল মিনিট_প্যাক এমবি_প্যাক ইন্টারনেট_প্যাক রবি_ এয়ারটেল বাংলালিংক জিপি_ গ্রামীণফোন সংযোগ_নিন gb_ \\d+gb airtel banglalink sim_ mb_pack',
  shop:
    'থ্রি_পিস থ্রি-পিস শাড়ি পাঞ্জাবি শার্ট টি-শার্ট জুতা ঘড়ি স্মার্ট_ওয়াচ হেডফোন কসমেটিকস ক্রিম তেল_ মধু_ মধুর ঘি_ খেজুর আম_ পারফিউম আতর গিফট বুটিক ফ্যাশন কালেকশন শোরুম দোকান ডেলিভারি কুরিয়ার হোম_ডেলিভারি ক্যাশ_অন অর্ডার স্টক পাইকারি খুচরা ছাড়_ ডিসকাউন্ট অফার কম্বো ' +
    'ওয়ারেন্টি কিস্তি_সুবিধা ফ্রিজ এসি_ ল্যাপটপ মোবাইল_ফোন ব্যবহৃত পুরাতন চামড়া jersey জার্সি delivery cod_ shop_ discount offer original imported wholesale cosmetics price',
  estate:
    'ফ্ল্যাট প্লট কাঠা শতাংশ_জমি জমি_বিক্রি রেডি_রেজিস্ট্রি স্কয়ার_ফিট রুম_ভাড়া বাসা_ভাড়া মেস_ভাড়া সাবলেট ভাড়া_হবে ভাড়া_দেওয়া to_let flat_ plot_',
  service:
    'ওয়েবসাইট ই-কমার্স লোগো ডিজাইন ডোমেইন হোস্টিং এসএমএস সফটওয়্যার মার্কেটিং কোর্স কোচিং টিউটর প্রাইভেট_পড় থিসিস অ্যাসাইনমেন্ট সাজেশন পিডিএফ প্রশ্ন_আউট প্রশ্ন_ফাঁস সার্টিফিকেট আইইএলটিএস মেরামত সার্ভিসিং ইলেকট্রিক প্লাম্বিং পিকআপ হ্যাক সাপোর্ট ' +
    'course essay thesis assignment website design redesign hosting hacker hacked hack_ service ebook ielts',
  papers:
    'লাইসেন্স জন্মনিবন্ধন ভোটার_আইডি এনআইডি সার্ভার_কপি পাসপোর্ট পুলিশ_ক্লিয়ারেন্স পুলিশ_ভেরিফিকেশন ভেরিফাই ভেরিফাইড certificate license passport',
  visa: 'ভিসা ওয়ার্ক_পারমিট স্টুডেন্ট_ভিসা জব_ভিসা কানাডা রোমানিয়া ক্রোয়েশিয়া পর্তুগাল ইতালি মালয়েশিয়া দুবাই কাতার_ সৌদি ওমরাহ হজ_ এয়ার_টিকিট বিমান_টিকিট ট্যুর visa work_permit foreign_e ticket umrah flights tour_ romania canada europe',
  marriage: 'পাত্র_চাই পাত্রী_চাই পাত্রী পাত্রপাত্রী ঘটক বায়োডাটা biodata matrimony',
  prize:
    'লটারি পুরস্কার_উঠ পুরস্কার_জিত বিজয়ী গিফট_কার্ড জিতেছেন ওটিপি পিন_ কেওয়াইসি হালনাগাদ একাউন্ট_বন্ধ অ্যাকাউন্ট_বন্ধ বোনাস উপবৃত্তির winner prize lottery claim compensation donate million widow beneficiary barrister kyc otp',
};

/** How sellers speak to who reads: of themselves as giving, of the reader as wanting. */
export const offerWords =
  'দিচ্ছি দিই_ দেই_ দিয়ে_থাকি করি_ করে_দি করে_দে এনে_দে বানাই পাঠাই পাঠানো_হয় করা_হয় দেওয়া_হয় দেওয়া_হবে নেওয়া_হচ্ছে নেওয়া_হবে নেয়া_হবে দেয়া_হয় নিচ্ছি নিব_ কিনি_ কেনাবেচা পাওয়া_যায় পাওয়া_যাবে পাবেন পেয়ে_যাবেন বিক্রি_হবে বিক্রি_কর বিক্রয় সরবরাহ ' +
  'লাগলে লাগবে? যাদের_লাগ যার_লাগ চাইলে করতে_চান হতে_চান যেতে_চান শিখতে_চান কিনতে_চান বানাতে_চান দরকার? প্রয়োজন? আগ্রহী জরুরি_বিক্রি সুবর্ণ_সুযোগ যোগাযোগ ইনবক্স নক_ মেসেজ_দ মেসেজ_কর বুকিং নিতে_চা নিলে_ সস্তায় সুলভে কম_দামে কম_খরচে মাত্র_ ফ্রি_ফ্রি ' +
  'গ্যারান্টি শতভাগ ১০০% 100% প্রুফ প্রমাণ_আছে প্রমাণসহ পরীক্ষিত অরিজিনাল আসল_ খাঁটি কাজের_পর আগে_কাজ কাজ_হলে লস_নাই লাগে_না লাগবে_না ছাড়া_ বিফলে এক_ফোনে ফোনেই সমাধান ঘরে_বসে বাসায়_বসে আমাদের_কাছে আমার_কাছে আমাদের_চ্যানেল আমাদের_গ্রুপ সারা_দেশে সারা_বাংলাদেশে ডাকলেই ' +
  'ভিজিট কমেন্টে বায়োতে প্রোফাইলে গ্রুপে_জয়েন জয়েন_হন জয়েন_কর আওয়াজ_দি এড_দে সার্চ_দি গুগলে_ নামান ইন্সটল দাবি_কর জানাবেন_ নিয়ে_নিন জিতে_নিন পেমেন্ট বিকাশে_পেমেন্ট টাকা_ব্যাক টাকা_ফেরত মেসেজ_দেন কল_দেন কল_দিয়েন বলবেন_ ' +
  'lagle lagbe chaile korte_chan jete_chan shikhte_chan chan? knock inbox msg_ message_me sms_din jogajog call_koren call_den join_ guarantee den_nen dei_ dibo_ nibo_ dicchi nicchi korano_hoy katano_hoy pathabo lagbe_na lage_na jader_ jara_korben proof trusted original_ ' +
  'we_offer we_give we_can available for_sale contact_ reach_out apply_ buy_ get_your order_ text_our text_me dm_ ask_me check_my my_bio in_my_bio guaranteed legit instant lowest cheap_ affordable i_earn i_now_earn i_made trading_manager follow_me follow_back hire_ need_a limited free_trial join_us message_to click_ visit_ learn_how';

/** What reads like an advertisement and is an appeal or a help: blood, somebody lost, relief, a hotline, a word to the reporter. */
export const appealWords =
  'রক্ত_ রক্তের রক্তদা প্লাটিলেট পজিটিভ নেগেটিভ_রক্ত ডোনার হাসপাতাল_ নিখোঁজ হারিয়ে_গে হারানো_বিজ্ঞপ্তি সন্ধান_পেলে সন্ধান_চাই খোঁজ_পেলে দেখলে_ পরনে_ ত্রাণ উদ্ধার পানিবন্দী পানিবন্দি আটকে_আছ আটকা_প স্বেচ্ছাসেব শুকনা_খাবার শুকনো_খাবার বন্যার্ত আশ্রয়কেন্দ্র ' +
  'হেল্পলাইন হটলাইন হট_লাইন কন্ট্রোল_রুম জরুরি_সেবা জরুরি_নম্বর টোল_ফ্রি আত্মহত্যা পুলিশ_ থানা_ র‍্যাব ফায়ার_সার্ভিস অ্যাম্বুলেন্স সাংবাদিক প্রতিবেদক ভুক্তভোগী প্রত্যক্ষদর্শী মানিব্যাগ_পে পরিচয়পত্র_পে কুড়িয়ে_পে মালিক_যোগাযোগ খরচ_দিতে_চাই সাহায্য_করতে_চাই সাহায্য_দিতে_চাই ভোক্তা_অধিকার ' +
  'blood_ platelet missing_ helpline hotline ambulance nikhoj hariye_ge uddhar tran_ reporter journalist rokto_ hospital_ donor_';
