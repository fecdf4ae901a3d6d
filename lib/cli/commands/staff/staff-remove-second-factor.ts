import { getDb } from '@/db/client';
import { type Command, CommandError, parseWords, rejectExtra, UsageError } from '@/lib/cli/command';
import { theOperator } from '@/lib/people/actor';
import { removeSecondFactor } from '@/lib/people/second-factor/remove-second-factor';

export const staffRemoveSecondFactorCommand: Command = {
  name: 'staff remove-second-factor',
  takes: 'ADDRESS',
  summary: 'Turns off two-step sign-in for a staff account and ends its sessions.',
  help: 'For a member who has lost the phone and the recovery codes. They can turn it on again at once.',
  async run(words) {
    const { positionals } = parseWords(words, {});
    rejectExtra(positionals, 1);
    const [email] = positionals;
    if (!email) throw new UsageError('ADDRESS is missing.');

    const outcome = await removeSecondFactor(getDb(), theOperator, { member: email });
    if (!outcome.ok && outcome.code === 'unknown') throw new CommandError(`${email} has no staff account.`);
    if (!outcome.ok) throw new CommandError(`${email} has no two-step sign-in.`);
    console.log(`Turned off two-step sign-in for ${email} and ended its sessions.`);
  },
};
