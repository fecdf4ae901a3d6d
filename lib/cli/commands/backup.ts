import { existsSync } from 'node:fs';
import { backUp } from '@/db/back-up';
import { getConnection } from '@/db/client';
import { type Command, Misuse, NotDone, noMore, read } from '../command';

export const backupCommand: Command = {
  name: 'backup',
  takes: 'FILE.db',
  summary: 'Copies the database into a new file, while all go on working.',
  help: `The copy is as the database was at one moment, is looked through before it gets its name, and can be opened
by its owner only. A file that is there is not written over. Besides it keep MEDIA_DIR and var/secrets.json;
docs/operating.md says how all of it comes back.`,
  async run(words) {
    const { positionals } = read(words, {});
    noMore(positionals, 1);
    const [file] = positionals;
    if (file === undefined) throw new Misuse('Into which file?');
    if (existsSync(file)) throw new NotDone(`${file} is there already. Give another name.`);
    const bytes = copyInto(file);
    console.log(`${file}: ${(bytes / 1024 / 1024).toFixed(1)} MB, whole.`);
  },
};

function copyInto(file: string): number {
  try {
    return backUp(getConnection(), file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (/^(EACCES|ENOENT|EROFS|ENOSPC|ENOTDIR)$/.test(code))
      throw new NotDone(`${file} cannot be written (${code}).`);
    if (message.startsWith('the copy is not sound')) throw new NotDone(message);
    throw error;
  }
}
