import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { MemberRow, StaffDeskProps, StaffWords } from './staff-desk-props';

interface StaffTableProps extends Pick<StaffDeskProps, 'members' | 'roles'> {
  action: (form: FormData) => void;
  words: StaffWords;
}

export function StaffTable({ members, roles, action, words }: StaffTableProps) {
  return (
    <table className="desk staff-list">
      <caption className="vh">{words.list}</caption>
      <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
        <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]">
          <th scope="col">{words.name}</th>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.since}</th>
          <th scope="col">{words.do}</th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {members.map((member) => (
          <StaffRow key={member.id} member={member} roles={roles} action={action} words={words} />
        ))}
      </tbody>
    </table>
  );
}

type StaffRowProps = Omit<StaffTableProps, 'members'> & { member: MemberRow };

function StaffRow({ member, roles, action, words }: StaffRowProps) {
  return (
    <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]">
      <td className="h max-md:col-span-full">
        <strong>
          {member.name} {member.isMe && words.you}
        </strong>
        <div className="meta gap-y-0 gap-x-[0.6rem] text-micro flex flex-wrap">
          <span>{member.email}</span> <span>{member.seen}</span>
        </div>
      </td>
      <td className="sec">{member.roleName}</td>
      <td className="st">
        <span className={member.works ? 'pill pill--ok' : 'pill'}>
          {member.works ? words.working : words.left}
        </span>
      </td>
      <td className="au nowrap">{member.since}</td>
      <td className="do">
        <MemberActions member={member} roles={roles} action={action} words={words} />
      </td>
    </tr>
  );
}

/** What can be done with a member, folded away. */
function MemberActions({ member, roles, action, words }: StaffRowProps) {
  return (
    <details>
      <summary className="py-0 px-2 font-medium inline-flex items-center min-h-8 text-accent cursor-pointer list-none [&::-webkit-details-marker]:hidden hover:underline max-md:px-0">
        {words.manage}
        <span className="vh">: {member.name}</span>
      </summary>
      <div className="pt-2 pb-3 px-0 gap-[0.6rem] grid [&_form]:gap-2 [&_form]:flex [&_form]:flex-wrap [&_form]:items-end">
        <form action={action}>
          <input type="hidden" name="memberId" value={member.id} />
          <Select
            id={`role-${member.id}`}
            name="role"
            label={`${words.role}: ${member.name}`}
            labelHidden
            options={roles}
            value={member.role}
          />
          <Button name="do" value="role" about={member.name}>
            {words.saveRole}
          </Button>
        </form>
        <form action={action}>
          <input type="hidden" name="memberId" value={member.id} />
          <Button name="do" value="reset" icon="key" about={member.name}>
            {words.reset}
          </Button>
          <Button name="do" value="second-factor" about={member.name}>
            {words.removeSecondFactor}
          </Button>
          {member.works ? (
            <Button name="do" value="disable" kind="no" about={member.name}>
              {words.disable}
            </Button>
          ) : (
            <Button name="do" value="enable" kind="ok" about={member.name}>
              {words.enable}
            </Button>
          )}
        </form>
      </div>
    </details>
  );
}
