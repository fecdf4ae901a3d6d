/**
 * As `lib/comments/spam/proof-of-work.ts` asks: the first number whose sha256 with the challenge begins with 12 zero bits. By hand:
 * what browsers bring along is not there over plain http, and would be asked four thousand times for a promise.
 */
export function doSum(challenge: string): string {
  for (let nonce = 0; ; nonce += 1) {
    const answer = `${challenge}:${nonce}`;
    if (sha256Begins(answer) >>> 20 === 0) return answer;
  }
}

/** The first 32 bits of the sha256 (FIPS 180-4) of what has one block at most: 55 letters of ASCII. */
export function sha256Begins(text: string): number {
  const words: number[] = new Array(16).fill(0);
  const put = (at: number, byte: number) => {
    words[at >> 2] = nth(words, at >> 2) | (byte << (24 - 8 * (at & 3)));
  };
  for (let at = 0; at < text.length; at += 1) put(at, text.charCodeAt(at));
  put(text.length, 0x80);
  words[15] = text.length * 8;

  let [a, b, c, d, e, f, g, h] = starts as Eight;
  for (let round = 0; round < 64; round += 1) {
    if (round >= 16) {
      const near = nth(words, round - 15);
      const last = nth(words, round - 2);
      words[round] =
        (nth(words, round - 16) +
          (turned(near, 7) ^ turned(near, 18) ^ (near >>> 3)) +
          nth(words, round - 7) +
          (turned(last, 17) ^ turned(last, 19) ^ (last >>> 10))) |
        0;
    }
    const one =
      (h +
        (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) +
        ((e & f) ^ (~e & g)) +
        nth(constants, round) +
        nth(words, round)) |
      0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return (a + nth(starts, 0)) >>> 0;
}

type Eight = [number, number, number, number, number, number, number, number];
const nth = (list: readonly number[], at: number) => list[at] ?? 0;
const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The first 32 bits behind the point of the square roots of the first eight primes, and of the cube roots of 64. */
const primes = firstPrimes(64);
const starts = primes.slice(0, 8).map((prime) => behindPoint(Math.sqrt(prime)));
const constants = primes.map((prime) => behindPoint(Math.cbrt(prime)));

function behindPoint(root: number): number {
  return ((root % 1) * 2 ** 32) | 0;
}

function firstPrimes(wanted: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < wanted; number += 1) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
}
