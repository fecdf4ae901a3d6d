import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface EncryptionKey {
  secret: string;
  purpose: 'two-factor secret' | 'remembered writer';
}

/**
 * AES-256-GCM with a key derived from `secret` (AUTH_SECRET) for one purpose, so that what was made for one is nothing to another.
 * Answers base64url.
 */
export function encryptText(text: string, { secret, purpose }: EncryptionKey): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, derivedKey(secret, purpose), iv);
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), encrypted]).toString('base64url');
}

/** Null for what was encrypted with another secret or for another purpose. */
export function decryptText(stored: string, { secret, purpose }: EncryptionKey): string | null {
  const bytes = Buffer.from(stored, 'base64url');
  if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv(ALGORITHM, derivedKey(secret, purpose), bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function derivedKey(secret: string, purpose: EncryptionKey['purpose']): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `barta ${purpose}`, 32));
}
