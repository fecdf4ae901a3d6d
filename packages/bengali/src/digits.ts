const BENGALI = '০১২৩৪৫৬৭৮৯';

/** Replaces ASCII digits by Bengali ones; other characters are unchanged. */
export function toBengaliDigits(value: string | number | bigint): string {
  return String(value).replace(/[0-9]/g, (digit) => BENGALI[Number(digit)] ?? digit);
}

/** Replaces Bengali digits by ASCII ones; other characters are unchanged. */
export function fromBengaliDigits(text: string): string {
  return text.replace(/[০-৯]/g, (digit) => String(BENGALI.indexOf(digit)));
}
