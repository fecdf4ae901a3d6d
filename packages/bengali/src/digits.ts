const BENGALI = '০১২৩৪৫৬৭৮৯';

/** Writes every ASCII digit of a text or number as a Bengali digit; all else stays. */
export function toBengaliDigits(value: string | number | bigint): string {
  return String(value).replace(/[0-9]/g, (digit) => BENGALI[Number(digit)] ?? digit);
}

/** Writes every Bengali digit of a text as an ASCII digit; all else stays. */
export function fromBengaliDigits(text: string): string {
  return text.replace(/[০-৯]/g, (digit) => String(BENGALI.indexOf(digit)));
}
