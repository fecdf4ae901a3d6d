import { getDb } from '@/db/client';
import { type StaffRole, staffRoles } from '@/db/schema';
import { type Command, CommandError, parseWords, rejectExtra, UsageError } from '@/lib/cli/command';
import { givenPassword, passwordHelp, sentenceOf } from '@/lib/cli/password';
import { type AddStaffRefusal, addStaff, maxNameLength } from '@/lib/people/accounts/add-staff';
import { theOperator } from '@/lib/people/actor';

export const staffAddCommand: Command = {
  name: 'staff add',
  takes: '--email ADDRESS --name NAME --role ROLE [--password-stdin]',
  summary: 'Creates a staff account.',
  help: `ROLE is one of ${staffRoles.join(', ')}.\n${passwordHelp}`,
  async run(words) {
    const { values, positionals } = parseWords(words, {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
    });
    rejectExtra(positionals);
    const { email, name, role } = values;
    if (!email || !name || !role) throw new UsageError('--email, --name and --role are required.');
    if (!isRole(role)) throw new UsageError(`"${role}" is not a role.`);

    const given = givenPassword(values['password-stdin']);
    const outcome = await addStaff(getDb(), theOperator, { email, name, role, password: given });
    if (!outcome.ok) throw new CommandError(reasonOf(outcome.code, email));
    console.log(`Created the account of ${name} (${email}) with the role ${role}.`);
    if (given === undefined) console.log(`Password (shown only once): ${outcome.value.password}`);
  },
};

function isRole(role: string): role is StaffRole {
  return (staffRoles as readonly string[]).includes(role);
}

function reasonOf(code: AddStaffRefusal, email: string): string {
  switch (code) {
    case 'email-invalid':
      return `"${email}" is not an email address.`;
    case 'email-taken':
      return `${email} already has an account.`;
    case 'name-empty':
      return 'The name is empty.';
    case 'name-too-long':
      return `The name is longer than ${maxNameLength} characters.`;
    case 'forbidden':
      return 'Not allowed.';
    default:
      return sentenceOf(code);
  }
}
