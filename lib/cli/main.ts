import { type Command, CommandError, UsageError } from './command';
import { addMediaCommand } from './commands/add-media';
import { backupCommand } from './commands/backup';
import { deployCommand } from './commands/deploy';
import { fontsCheckCommand } from './commands/fonts-check';
import { importStoriesCommand } from './commands/import-stories';
import { importWordpressCommand } from './commands/import-wordpress';
import { mailBouncedCommand } from './commands/mail-bounced';
import { migrateCommand } from './commands/migrate';
import { publishDueCommand } from './commands/publish-due';
import {
  redirectAddCommand,
  redirectImportCommand,
  redirectListCommand,
  redirectRemoveCommand,
} from './commands/redirect';
import { reindexCommand } from './commands/reindex';
import { seedDemoCommand } from './commands/seed-demo';
import { sendMailCommand } from './commands/send-mail';
import { settingCommand } from './commands/setting';
import { staffAddCommand } from './commands/staff/staff-add';
import { staffRemoveSecondFactorCommand } from './commands/staff/staff-remove-second-factor';
import { staffResetPasswordCommand } from './commands/staff/staff-reset-password';

/** In the order in which a new installation needs them. To add a command, add a file in commands/ and a line here. */
const commands: readonly Command[] = [
  migrateCommand,
  seedDemoCommand,
  staffAddCommand,
  staffResetPasswordCommand,
  staffRemoveSecondFactorCommand,
  publishDueCommand,
  sendMailCommand,
  mailBouncedCommand,
  importStoriesCommand,
  importWordpressCommand,
  addMediaCommand,
  settingCommand,
  fontsCheckCommand,
  reindexCommand,
  backupCommand,
  deployCommand,
  redirectAddCommand,
  redirectListCommand,
  redirectRemoveCommand,
  redirectImportCommand,
];

// What it writes, backups above all, holds personal data.
process.umask(0o077);
process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  const asksHelp = words.includes('--help') || words.includes('-h');
  const found = findCommand(words);
  if (!found) return withoutCommand(words, asksHelp);
  const { command, args } = found;

  if (asksHelp) {
    console.log(`${usageOf(command)}\n\n${command.summary}\n\n${command.help}`);
    return 0;
  }
  try {
    await command.run(args);
    return 0;
  } catch (error) {
    return printError(error, command);
  }
}

function findCommand(words: readonly string[]): { command: Command; args: readonly string[] } | null {
  for (const command of commands) {
    for (const name of [command.name, ...(command.aliases ?? [])]) {
      const count = name.split(' ').length;
      if (words.slice(0, count).join(' ') === name) return { command, args: words.slice(count) };
    }
  }
  return null;
}

function withoutCommand(words: readonly string[], asksHelp: boolean): number {
  const isKnownNoun = commands.some(({ name }) => name.startsWith(`${words[0]} `));
  if (words.length === 0 || asksHelp || words[0] === 'help') {
    console.log(overview());
    return words.length === 0 ? 2 : 0;
  }
  const named = isKnownNoun ? words.slice(0, 2).join(' ') : words[0];
  console.error(`Unknown command "${named}".\n\n${overview()}`);
  return 2;
}

function printError(error: unknown, command: Command): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${usageOf(command)}\n`);
    return 2;
  }
  const reason = reasonOf(error);
  if (reason !== null) {
    console.error(reason);
    return 1;
  }
  throw error;
}

/** The message for an error that the operator can act on; null for a bug, which is printed with its stack. */
function reasonOf(error: unknown): string | null {
  if (error instanceof CommandError) return error.message;
  const { message, code, cause } = error as Error & { code?: string };
  if (message?.startsWith('The environment is not right')) return message;
  const store = code?.startsWith('SQLITE_')
    ? { message, code }
    : (cause as typeof error as { code?: string });
  if (store?.code === 'SQLITE_ERROR' && /no such table/.test(String((store as Error).message)))
    return 'The database is not up to date. Run: npm run barta -- migrate';
  if (store?.code === 'SQLITE_BUSY') return 'Another program holds the database. Try again.';
  if (store?.code === 'SQLITE_FULL') return 'The disk is full (SQLITE_FULL).';
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(store?.code ?? ''))
    return `The database is damaged (${store?.code}). Restore the last good backup: docs/operating.md says how.`;
  if (/^SQLITE_(?:READONLY|IOERR)/.test(store?.code ?? ''))
    return `The database could not be read or written (${store?.code}). Check the disk and who owns the files.`;
  if (store?.code === 'SQLITE_CANTOPEN')
    return `The database could not be opened (${process.env.DATABASE_URL}).`;
  return null;
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: npm run barta -- <command>\n\n${lines.join('\n')}\n\nHelp for a command: npm run barta -- <command> --help`;
}

function usageOf({ name, takes }: Command): string {
  return `Usage: npm run barta -- ${name} ${takes}`.trim();
}
