import { sendPicture } from '@/components/admin/pictures/send-picture.client';
import type { KnownPicture } from '../editor-context';

/** More pictures in one paste are an album, not a story. */
const MAX_PASTED_PICTURES = 20;

/** A picture of a `data:` address as a file; null if it holds none. */
export function fileOf(address: string): File | null {
  const [, kind, data] = /^data:(image\/[a-z0-9.+-]+);base64,([\s\S]*)$/i.exec(address) ?? [];
  if (!kind || !data) return null;
  try {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    return new File([bytes], 'pasted', { type: kind });
  } catch {
    return null;
  }
}

/** Uploads them to the library one after the other. `left`: how many were not taken, and `why`, if the server says it. */
export async function sendPictures(
  files: readonly (File | null)[],
  onUploaded: (picture: KnownPicture) => void,
): Promise<{ left: number; why: string }> {
  let why = '';
  let left = Math.max(0, files.length - MAX_PASTED_PICTURES);
  for (const file of files.slice(0, MAX_PASTED_PICTURES)) {
    const outcome = file && (await sendPicture(file));
    if (outcome?.kind === 'saved') {
      const { id, src, alt, caption, credit } = outcome.picture;
      onUploaded({ id, address: src, alt, caption, credit });
      continue;
    }
    left += 1;
    if (outcome?.kind === 'refused' && outcome.error) why = outcome.error;
  }
  return { left, why };
}
