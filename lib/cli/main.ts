import { type Command, Misuse, NotDone } from './command';
import { backupCommand } from './commands/backup';
import { deployCommand } from './commands/deploy';
import { importStoriesCommand } from './commands/import-stories';
import { importWordpressCommand } from './commands/import-wordpress';
import { keepMediaCommand } from './commands/keep-media';
import { letterBouncedCommand } from './commands/letter-bounced';
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
import { sendLettersCommand } from './commands/send-letters';
import { settingCommand } from './commands/setting';
import { staffAddCommand } from './commands/staff-add';
import { staffResetPasswordCommand } from './commands/staff-reset-password';

/** In the order in which a new house needs them. A new command is a file in commands/ and a line here. */
const commands: readonly Command[] = [
  migrateCommand,
  seedDemoCommand,
  staffAddCommand,
  staffResetPasswordCommand,
  publishDueCommand,
  sendLettersCommand,
  letterBouncedCommand,
  importStoriesCommand,
  importWordpressCommand,
  keepMediaCommand,
  settingCommand,
  reindexCommand,
  backupCommand,
  deployCommand,
  redirectAddCommand,
  redirectListCommand,
  redirectRemoveCommand,
  redirectImportCommand,
];

process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  const asksHelp = words.includes('--help') || words.includes('-h');
  const command = commands.find(({ name }) => words.slice(0, wordsIn(name)).join(' ') === name);
  if (!command) return withoutCommand(words, asksHelp);

  if (asksHelp) {
    console.log(`${usageOf(command)}\n\n${command.summary}\n\n${command.help}`);
    return 0;
  }
  try {
    await command.run(words.slice(wordsIn(command.name)));
    return 0;
  } catch (error) {
    return said(error, command);
  }
}

function withoutCommand(words: readonly string[], asksHelp: boolean): number {
  const isKnownNoun = commands.some(({ name }) => name.startsWith(`${words[0]} `));
  if (words.length === 0 || asksHelp || words[0] === 'help') {
    console.log(overview());
    return words.length === 0 ? 2 : 0;
  }
  const named = isKnownNoun ? words.slice(0, 2).join(' ') : words[0];
  console.error(`There is no command "${named}".\n\n${overview()}`);
  return 2;
}

function said(error: unknown, command: Command): number {
  if (error instanceof Misuse) {
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

/** What an operator can mend, as a sentence; null for a bug, which keeps its stack. */
function reasonOf(error: unknown): string | null {
  if (error instanceof NotDone) return error.message;
  const { message, code, cause } = error as Error & { code?: string };
  if (message?.startsWith('The environment is not right')) return message;
  const store = code?.startsWith('SQLITE_')
    ? { message, code }
    : (cause as typeof error as { code?: string });
  if (store?.code === 'SQLITE_ERROR' && /no such table/.test(String((store as Error).message)))
    return 'The database is not up to date. Run: npm run barta -- migrate';
  if (store?.code === 'SQLITE_BUSY') return 'The database is busy with another program. Try again.';
  if (store?.code === 'SQLITE_FULL') return 'The disk is full (SQLITE_FULL).';
  if (store?.code === 'SQLITE_CANTOPEN')
    return `The database cannot be opened (${process.env.DATABASE_URL}).`;
  return null;
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: npm run barta -- <command>\n\n${lines.join('\n')}\n\nWhat a command takes: npm run barta -- <command> --help`;
}

function usageOf({ name, takes }: Command): string {
  return `Usage: npm run barta -- ${name} ${takes}`.trim();
}

function wordsIn(name: string): number {
  return name.split(' ').length;
}
