import { toBengaliDigits } from './digits.ts';

/** Not a number that can be written so: NaN, infinite, or for an ordinal negative or broken. */
export class InvalidNumber extends RangeError {
  override name = 'NotThatNumber';
}

// English of India groups as Bengali does, by lakh and crore, and leaves digits that are easy to replace.
const lakhs = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 20 });

/** ১,২৩,৪৫,৬৭৮: digits by thousand, lakh and crore. */
export function formatNumber(number: number | bigint): string {
  assertFinite(number);
  return toBengaliDigits(lakhs.format(number === 0 ? 0 : number));
}

const FIRST_ORDINALS = ['০তম', '১ম', '২য়', '৩য়', '৪র্থ', '৫ম', '৬ষ্ঠ', '৭ম', '৮ম', '৯ম', '১০ম'];

/** ১ম, ২য়, … ১০ম, ১১তম */
export function ordinal(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidNumber(`no ordinal of ${number}`);
  return FIRST_ORDINALS[number] ?? `${toBengaliDigits(number)}তম`;
}

const UNITS = [
  [10_000_000, 'কোটি'],
  [100_000, 'লাখ'],
  [1000, 'হাজার'],
] as const;

/** ১ লাখ ২০ হাজার, as a number is said; what is below a thousand stays in digits. */
export function numberInWords(number: number): string {
  assertFinite(number);
  const size = Math.abs(number);
  let rest = Math.floor(size);
  const parts: string[] = [];
  for (const [unit, name] of UNITS) {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    if (count > 0) parts.push(`${formatNumber(count)} ${name}`);
  }
  // The fraction as it was written: 1234.1 - 1234 is not 0.1.
  const fraction = /\.\d+$/.exec(lakhs.format(size))?.[0] ?? '';
  if (rest > 0 || fraction !== '' || parts.length === 0) parts.push(toBengaliDigits(`${rest}${fraction}`));
  return (number < 0 ? '-' : '') + parts.join(' ');
}

function assertFinite(number: number | bigint): void {
  if (typeof number !== 'bigint' && !Number.isFinite(number))
    throw new InvalidNumber(`not a number: ${number}`);
}
