import { longDate, relativeTime } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { PermissionTable } from '@/components/admin/people/permission-table';
import { StaffDesk } from '@/components/admin/people/staff-desk.client';
import { maskedAddress } from '@/lib/comments/posting/email-address';
import { deskStaff } from '@/lib/people/desk';
import { readSite } from '@/lib/site/reading';
import { addMember, manageMember } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.staff') };
}

export default async function StaffPage() {
  const { member: me, roles, staff, permits } = await deskStaff();
  const { say } = await readSite();
  const now = new Date();
  return (
    <>
      <DeskHead title={say('admin.staff')} />
      <StaffDesk
        members={staff.map((member) => ({
          id: member.id,
          name: member.name,
          isMe: member.id === me.id,
          email: maskedAddress(member.email),
          role: member.role,
          roleName: say(`role.${member.role}`),
          works: member.disabledAt === null,
          since: longDate(member.createdAt),
          seen: member.seenAt
            ? say('staff.lastSeen', { when: relativeTime(new Date(member.seenAt), now) })
            : '',
        }))}
        roles={roles.map((role) => ({ value: role, label: say(`role.${role}`) }))}
        manage={manageMember}
        add={addMember}
        words={{
          list: say('admin.staff'),
          name: say('staff.name'),
          email: say('admin.email'),
          role: say('staff.role'),
          state: say('staff.state'),
          since: say('staff.since'),
          do: say('staff.do'),
          working: say('staff.working'),
          left: say('staff.left'),
          you: say('staff.you'),
          add: say('staff.add'),
          emailHint: say('staff.emailHint'),
          saveRole: say('staff.saveRole'),
          reset: say('staff.resetPassword'),
          disable: say('staff.disable'),
          enable: say('staff.enable'),
          manage: say('staff.manage'),
          choose: say('form.choose'),
        }}
      />
      <PermissionTable roles={roles} permits={permits} say={say} />
    </>
  );
}
