import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { districts } from '@/db/schema';

/** Codes of what these places lie in, the nearest first, without the places themselves. */
export function placesAround(t: Tx, codes: readonly string[]): string[] {
  const around = new Set<string>();
  for (const code of codes) {
    for (let up = parentOf(t, code); up; up = parentOf(t, up)) around.add(up);
  }
  return [...around].filter((code) => !codes.includes(code));
}

function parentOf(t: Tx, code: string): string | null {
  const row = t
    .select({ parentCode: districts.parentCode })
    .from(districts)
    .where(eq(districts.code, code))
    .get();
  return row?.parentCode ?? null;
}
