import { tellingWords } from './telling-words';

/** What advertisements under Bengali news are made of, heaviest first, before any moderator has decided anything. */
const lists: readonly [number, string][] = [
  [6, 'ক্যাসিনো জুয়া বেটিং বাজি casino betting 1xbet slot jackpot viagra porn escort'],
  [5, 'টেলিগ্রাম হোয়াটসঅ্যাপ ইনবক্স whatsapp telegram t.me wa.me ইমো সাবস্ক্রাইব ফলোয়ার subscribe followers'],
  [4, 'উপার্জন ইনকাম income earn bitcoin বিটকয়েন ক্রিপ্টো crypto forex ফরেক্স ট্রেডিং trading গ্যারান্টি guaranteed'],
  [3, 'রেফার বোনাস bonus ডিসকাউন্ট discount অফার offer লোন loan জামানত কিস্তি বিকাশ নগদ রকেট রেজিস্ট্রেশন ক্লিক click'],
  [2, 'ফ্রি free লিংক লিংকে link যোগাযোগ কল অর্ডার order ডেলিভারি কোড promo code অ্যাপ ডাউনলোড download'],
];

/** Word → how many of the first comments it stands for. Folded and stemmed as every text is. */
export const startingWords: ReadonlyMap<string, number> = new Map([
  ...lists.flatMap(([weight, words]) =>
    tellingWords({ name: '', website: '', body: words }).map((word) => [word, weight] as const),
  ),
  ['phone:', 3],
]);
