import { getDb } from '@/db/client';
import { picturesById } from '@/db/queries/media/pictures';
import { requireStaff } from '@/lib/people/require-staff';
import { pictureAddress } from '@/lib/pictures/picture-addresses';
import { readSite } from '../reading';
import { pictureSettings } from '../settings';

/** Each of the newsroom's own signs: which picture it is, and a small one to see it by. */
export async function deskIdentity() {
  await requireStaff('change-settings', '/admin/settings/identity');
  const site = await readSite();
  const rows = await picturesById(
    getDb(),
    pictureSettings.map((key) => site[key]).filter((id) => id !== 0),
  );
  return pictureSettings.map((key) => {
    const [thumb] = rows.find(({ id }) => id === site[key])?.variants ?? [];
    return { key, id: site[key], thumb: thumb ? pictureAddress(thumb) : null };
  });
}
