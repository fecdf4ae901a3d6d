/** As `lib/comments/spam/work.ts` asks: the first number whose sha256 with the challenge begins with 12 zero bits. */
export async function doSum(challenge: string): Promise<string> {
  for (let nonce = 0; ; nonce += 1) {
    const answer = `${challenge}:${nonce}`;
    const hash = new DataView(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(answer)));
    if (hash.getUint16(0) < 16) return answer;
  }
}
