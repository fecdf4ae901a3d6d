import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { namedCard } from './card';

/** Where drawn cards lie. They can be drawn anew at any time, so nothing here needs a backup. */
export interface CardStore {
  /** Keeps a card, in place of older ones of the same story (or listing) and shape. */
  put(file: string, bytes: Uint8Array): Promise<void>;
  /** Null if it is not drawn (yet). */
  open(file: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

const IN_FOLDER = 1000;

export function cardStore(folder: string): CardStore {
  /** A thousand stories a folder; those of listings in folders of their own. */
  const homeOf = (file: string) => {
    const card = namedCard(file);
    if (!card) throw new Error(`not the name of a card: ${file}`);
    const nth = String(Math.floor(card.id / IN_FOLDER));
    return { ...card, home: card.of === 'story' ? join(folder, nth) : join(folder, card.of, nth) };
  };
  return {
    async put(file, bytes) {
      const { home, of, id, shape } = homeOf(file);
      await mkdir(home, { recursive: true });
      const unfinished = join(home, `${file}.${randomUUID()}.part`);
      try {
        await writeFile(unfinished, bytes);
        await rename(unfinished, join(home, file));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      const older = (await readdir(home)).filter((name) => {
        const card = namedCard(name);
        return name !== file && card?.of === of && card.id === id && card.shape === shape;
      });
      await Promise.all(older.map((name) => rm(join(home, name), { force: true })));
    },
    async open(file) {
      if (!namedCard(file)) return null;
      try {
        return new Uint8Array(await readFile(join(homeOf(file).home, file)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}

export function getCardStore(): CardStore {
  return cardStore(join(env().MEDIA_DIR, 'cards'));
}
