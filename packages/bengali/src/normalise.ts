/** Zero width space, byte order mark, soft hyphen, direction marks, word joiner: invisible, but not equal. */
const INVISIBLE = /[\u200B\uFEFF\u00AD\u200E\u200F\u2060]/g;

/**
 * No script stacks so many marks on one letter. Without a bound, putting a megabyte of alternating marks into
 * canonical order takes minutes, and thirty is what Unicode's Stream-Safe Text Format allows (UAX #15).
 */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

const AA = '\u09BE';
const E_SIGN = '\u09C7';
const AU_LENGTH = '\u09D7';
const O_SIGN = '\u09CB';
const AU_SIGN = '\u09CC';
const HASANTA = '\u09CD';
const NUKTA = '\u09BC';
const CHANDRABINDU = '\u0981';
const ZWJ = '\u200D';

const JOINERS = /[\u200C\u200D]+/g;

/** Where signs may need repair: two or more in a row, অ + া, ব + nukta. */
const SIGNS = /[অব]?[\u0981\u0982\u09BC\u09BE-\u09CD\u09D7]{2,}|অ\u09BE|ব\u09BC/g;

/** র্য at the start of a word is typed for র‍্য (র‍্যাব); inside one it is the reph of সূর্য. */
const INITIAL_RYA = /(?<![\p{L}\p{M}\p{N}\u200C\u200D])র\u09CD(?=য)/gu;

/**
 * NFC with the errors of keyboards, converters and copying from the web repaired: two texts that look the same are equal
 * after it. Idempotent; linear in the length. A lone surrogate becomes U+FFFD. Call it before saving and before comparing.
 */
export function normalise(text: string): string {
  if (/^[ -~\n\r\t]*$/.test(text)) return text;

  const visible = decomposed(text.toWellFormed().replace(INVISIBLE, ''));
  const joined = withoutIdleJoiners(visible);
  return (joined === visible ? visible : decomposed(joined))
    .replace(SIGNS, repairSigns)
    .replaceAll('\u09F7', '।')
    .normalize('NFC')
    .replace(INITIAL_RYA, 'র\u200D\u09CD');
}

function decomposed(text: string): string {
  return withFewMarks(withFewMarks(text).normalize('NFD'));
}

function withFewMarks(text: string): string {
  // Such a run is no shorter than the longest words: ordinary text is spared the dearer look.
  return /\S{31}/.test(text) ? text.replace(TOO_MANY_MARKS, '$1') : text;
}

/** Beside a Bengali letter ZWNJ works only right after a hasanta, and ZWJ only next to one; an emoji keeps its own. */
function withoutIdleJoiners(text: string): string {
  if (!/[\u200C\u200D]/.test(text)) return text;

  // A foreign mark among Bengali signs, spacing ones as well, may change places with one once the joiner between
  // them is gone, or come to stand beside another when the signs are put right.
  const ours = text.replace(/[\p{M}\u200C\u200D]{3,}/gu, (marks) =>
    /[\u0980-\u09FF]/.test(marks) && /[^\u0980-\u09FF\u200C\u200D]/.test(marks)
      ? marks.replace(JOINERS, '')
      : marks,
  );
  return ours.replace(JOINERS, (joiners: string, at: number) => {
    const before = ours.charAt(at - 1);
    const after = ours.charAt(at + joiners.length);
    if (!isBengali(before) && !isBengali(after)) return joiners;

    const opens = before === HASANTA ? joiners.charAt(0) : '';
    const closes = after === HASANTA && joiners.endsWith(ZWJ) ? ZWJ : '';
    return joiners.length === 1 ? opens || closes : opens + closes;
  });
}

function isBengali(letter: string): boolean {
  return letter >= '\u0980' && letter <= '\u09FF';
}

/** Signs one after the other on a stack whose top is put right as each arrives: no order of repairs, no second pass. */
function repairSigns(run: string): string {
  const signs: string[] = [];
  let last = '';
  for (const sign of run) {
    if (sign !== last) place(signs, sign);
    last = sign;
  }
  return signs.join('');
}

function place(signs: string[], sign: string): void {
  const top = signs.at(-1);
  const whole = top === undefined ? undefined : WHOLES[top + sign];
  if (whole !== undefined) {
    signs.pop();
    place(signs, whole);
  } else if (top === CHANDRABINDU && isVowelSign(sign)) {
    signs.pop();
    place(signs, sign);
    place(signs, top);
  } else {
    signs.push(sign);
  }
}

function isVowelSign(sign: string): boolean {
  return (sign >= AA && sign <= AU_SIGN) || sign === AU_LENGTH;
}

/** Two that are one. The visual order া + ে comes from keyboards that type what the eye sees. */
const WHOLES: Readonly<Record<string, string>> = {
  [E_SIGN + AA]: O_SIGN,
  [AA + E_SIGN]: O_SIGN,
  [E_SIGN + AU_LENGTH]: AU_SIGN,
  [O_SIGN + AA]: O_SIGN,
  [AU_SIGN + AU_LENGTH]: AU_SIGN,
  [`অ${AA}`]: 'আ',
  [`ব${NUKTA}`]: 'র',
  ...Object.fromEntries(
    [CHANDRABINDU, '\u0982', NUKTA, HASANTA, AU_LENGTH].map((sign) => [sign + sign, sign]),
  ),
  ...Object.fromEntries(
    Array.from({ length: 0x09cd - 0x09be }, (_, i) => String.fromCharCode(0x09be + i)).map((s) => [s + s, s]),
  ),
};
