import { getDb } from '@/db/client';
import { theOperator } from '@/lib/people/actor';
import { resetPassword } from '@/lib/people/reset-password';
import { type Command, Misuse, NotDone, noMore, read } from '../command';
import { givenPassword, passwordHelp, sentenceOf } from '../password';

export const staffResetPasswordCommand: Command = {
  name: 'staff reset-password',
  takes: 'ADDRESS [--password-stdin]',
  summary: 'Gives a member of staff a new password, and ends their sessions.',
  help: passwordHelp,
  async run(words) {
    const { values, positionals } = read(words, { 'password-stdin': { type: 'boolean', default: false } });
    noMore(positionals, 1);
    const [email] = positionals;
    if (!email) throw new Misuse('Whose password?');

    const given = givenPassword(values['password-stdin']);
    const outcome = await resetPassword(getDb(), theOperator, { member: email, password: given });
    if (!outcome.ok) {
      if (outcome.code === 'unknown') throw new NotDone(`${email} is no member of staff.`);
      if (outcome.code === 'forbidden') throw new NotDone('That is not allowed.');
      throw new NotDone(sentenceOf(outcome.code));
    }
    console.log(`${email} has a new password; every open session is over.`);
    if (given === undefined) console.log(`Password, shown only now: ${outcome.value.password}`);
  },
};
