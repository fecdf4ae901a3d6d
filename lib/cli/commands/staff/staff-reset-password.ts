import { getDb } from '@/db/client';
import { type Command, CommandError, parseWords, rejectExtra, UsageError } from '@/lib/cli/command';
import { givenPassword, passwordHelp, sentenceOf } from '@/lib/cli/password';
import { resetPassword } from '@/lib/people/accounts/reset-password';
import { theOperator } from '@/lib/people/actor';

export const staffResetPasswordCommand: Command = {
  name: 'staff reset-password',
  takes: 'ADDRESS [--password-stdin]',
  summary: 'Sets a new password for a staff account and ends its sessions.',
  help: passwordHelp,
  async run(words) {
    const { values, positionals } = parseWords(words, {
      'password-stdin': { type: 'boolean', default: false },
    });
    rejectExtra(positionals, 1);
    const [email] = positionals;
    if (!email) throw new UsageError('ADDRESS is missing.');

    const given = givenPassword(values['password-stdin']);
    const outcome = await resetPassword(getDb(), theOperator, { member: email, password: given });
    if (!outcome.ok) {
      if (outcome.code === 'unknown') throw new CommandError(`${email} has no staff account.`);
      if (outcome.code === 'forbidden') throw new CommandError('Not allowed.');
      throw new CommandError(sentenceOf(outcome.code));
    }
    console.log(`Set a new password for ${email} and ended its sessions.`);
    if (given === undefined) console.log(`Password (shown only once): ${outcome.value.password}`);
  },
};
