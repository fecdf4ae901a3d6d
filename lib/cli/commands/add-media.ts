import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { getDb } from '@/db/client';
import { env } from '@/lib/env';
import { addToMediaLibrary } from '@/lib/media/list-media';
import { mediaBytes, saveMediaFile } from '@/lib/media/media-store';
import { theOperator } from '@/lib/people/actor';
import { type Command, CommandError, parseWords, rejectExtra, UsageError } from '../command';

export const addMediaCommand: Command = {
  name: 'add-media',
  aliases: ['keep-media'],
  takes: 'FILE',
  summary: 'Adds an audio or video file to the media library and prints its address.',
  help:
    'FILE is mp3, m4a, ogg, opus, wav, mp4 or webm. Its name is derived from the content, so that the same file always has ' +
    'the same address. Enter the address in the audio or video field of a story.',
  async run(words) {
    const { positionals } = parseWords(words, {});
    rejectExtra(positionals, 1);
    const [file] = positionals;
    if (file === undefined) throw new UsageError('FILE is missing.');
    const bytes = await readFile(file).catch((error: Error) => {
      throw new CommandError(`${file} could not be read: ${error.message}`);
    });
    const name = basename(file);
    const saved = await saveMediaFile(env().MEDIA_DIR, name, bytes);
    if (!saved) throw new CommandError(`${file} is not an audio or video format that browsers play.`);
    const address = `/media/${saved}`;
    await addToMediaLibrary(getDb(), theOperator, { file: saved, name, bytes: bytes.length });
    if ((await mediaBytes(env().MEDIA_DIR, address)) !== bytes.length)
      throw new CommandError(`${file} was deleted from the library at the same time. Run the command again.`);
    console.log(address);
  },
};
