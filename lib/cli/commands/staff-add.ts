import { getDb } from '@/db/client';
import { type StaffRole, staffRoles } from '@/db/schema';
import { theOperator } from '@/lib/people/actor';
import { type AddStaffRefusal, addStaff, maxNameLength } from '@/lib/people/add-staff';
import { type Command, Misuse, NotDone, noMore, read } from '../command';
import { givenPassword, passwordHelp, sentenceOf } from '../password';

export const staffAddCommand: Command = {
  name: 'staff add',
  takes: '--email ADDRESS --name NAME --role ROLE [--password-stdin]',
  summary: 'Lets a new member of staff in.',
  help: `ROLE is one of ${staffRoles.join(', ')}.\n${passwordHelp}`,
  async run(words) {
    const { values, positionals } = read(words, {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
    });
    noMore(positionals);
    const { email, name, role } = values;
    if (!email || !name || !role) throw new Misuse('An address, a name and a role are needed.');
    if (!isRole(role)) throw new Misuse(`"${role}" is no role.`);

    const given = givenPassword(values['password-stdin']);
    const outcome = await addStaff(getDb(), theOperator, { email, name, role, password: given });
    if (!outcome.ok) throw new NotDone(reasonOf(outcome.code, email));
    console.log(`${name} (${email}) is in, as ${role}.`);
    if (given === undefined) console.log(`Password, shown only now: ${outcome.value.password}`);
  },
};

function isRole(role: string): role is StaffRole {
  return (staffRoles as readonly string[]).includes(role);
}

function reasonOf(code: AddStaffRefusal, email: string): string {
  switch (code) {
    case 'email-invalid':
      return `"${email}" is no e-mail address.`;
    case 'email-taken':
      return `${email} is already a member of staff.`;
    case 'name-empty':
      return 'The name is empty.';
    case 'name-too-long':
      return `The name is longer than ${maxNameLength} characters.`;
    case 'forbidden':
      return 'That is not allowed.';
    default:
      return sentenceOf(code);
  }
}
