import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { getDb } from '@/db/client';
import { env } from '@/lib/env';
import { addToMediaLibrary } from '@/lib/media/list-media';
import { mediaBytes, saveMediaFile } from '@/lib/media/media-store';
import { theOperator } from '@/lib/people/actor';
import { type Command, Misuse, NotDone, noMore, read } from '../command';

export const keepMediaCommand: Command = {
  name: 'keep-media',
  takes: 'FILE',
  summary: 'Lays a sound or film into the media folder and prints its address for a story.',
  help:
    'mp3, m4a, ogg, opus, wav, mp4 or webm. The name is made of the content, so that the same file has one address; ' +
    'put the address into the story’s field for sound or film.',
  async run(words) {
    const { positionals } = read(words, {});
    noMore(positionals, 1);
    const [file] = positionals;
    if (file === undefined) throw new Misuse('Which file?');
    const bytes = await readFile(file).catch((error: Error) => {
      throw new NotDone(`${file} cannot be read: ${error.message}`);
    });
    const name = basename(file);
    const kept = await saveMediaFile(env().MEDIA_DIR, name, bytes);
    if (!kept) throw new NotDone(`${file} is not of a kind that browsers play.`);
    const address = `/media/${kept}`;
    await addToMediaLibrary(getDb(), theOperator, { file: kept, name, bytes: bytes.length });
    if ((await mediaBytes(env().MEDIA_DIR, address)) !== bytes.length)
      throw new NotDone(`${file} was deleted at the desk at the same moment. Run this once more.`);
    console.log(address);
  },
};
