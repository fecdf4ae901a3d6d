import { asc, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { districts } from '../schema';

/** 8 divisions and their 64 districts, by Bengali name. */
export async function allDistricts(db: Db) {
  return db.select().from(districts).orderBy(asc(districts.name)).all();
}

export async function districtByCode(db: Db, code: string) {
  return db.select().from(districts).where(eq(districts.code, code)).get();
}
