import { existsSync } from 'node:fs';
import { backUp } from '@/db/back-up';
import { getConnection } from '@/db/client';
import { type Command, CommandError, parseWords, rejectExtra, UsageError } from '../command';

export const backupCommand: Command = {
  name: 'backup',
  takes: 'FILE.db',
  summary: 'Copies the database to a new file while the server runs.',
  help: `The copy is a consistent snapshot, is checked before it gets its name, and is readable by its owner only. An
existing file is not overwritten. Also back up MEDIA_DIR and var/secrets.json; docs/operating.md describes how to
restore them.`,
  async run(words) {
    const { positionals } = parseWords(words, {});
    rejectExtra(positionals, 1);
    const [file] = positionals;
    if (file === undefined) throw new UsageError('FILE is missing.');
    if (existsSync(file)) throw new CommandError(`${file} already exists. Choose another name.`);
    const bytes = copyInto(file);
    console.log(`${file}: ${(bytes / 1024 / 1024).toFixed(1)} MB, integrity checked.`);
  },
};

function copyInto(file: string): number {
  try {
    return backUp(getConnection(), file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (/^(EACCES|ENOENT|EROFS|ENOSPC|ENOTDIR)$/.test(code))
      throw new CommandError(`${file} could not be written (${code}).`);
    if (message.startsWith('the copy is not sound')) throw new CommandError(message);
    throw error;
  }
}
