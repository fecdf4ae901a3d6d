'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { usePreservedInput } from '@/components/ui/use-preserved-input.client';
import type { FormState } from '@/lib/forms/form-state';

/** What was done, and the password that it made: shown this once, and never a field's value. */
export interface StaffAnswer extends FormState {
  once?: { sentence: string; password: string };
}

export interface MemberRow {
  id: number;
  name: string;
  isMe: boolean;
  email: string;
  role: string;
  roleName: string;
  works: boolean;
  since: string;
  /** When they were last at the desk; `''`: never. */
  seen: string;
}

type StaffWords = Record<
  | 'name'
  | 'email'
  | 'role'
  | 'state'
  | 'since'
  | 'do'
  | 'working'
  | 'left'
  | 'you'
  | 'add'
  | 'emailHint'
  | 'saveRole'
  | 'reset'
  | 'disable'
  | 'enable'
  | 'manage'
  | 'choose'
  | 'list',
  string
>;

interface StaffDeskProps {
  members: readonly MemberRow[];
  roles: readonly { value: string; label: string }[];
  manage: (state: StaffAnswer, form: FormData) => Promise<StaffAnswer>;
  add: (state: StaffAnswer, form: FormData) => Promise<StaffAnswer>;
  words: StaffWords;
}

const nothingYet: StaffAnswer = { values: {}, errors: {} };

export function StaffDesk({ members, roles, manage, add, words }: StaffDeskProps) {
  const [managed, manageNow] = useRetrySafeForm(manage, nothingYet);
  const [added, addNow, isAdding] = useRetrySafeForm(add, nothingYet);
  const newcomer = useRef<HTMLFormElement>(null);
  usePreservedInput(newcomer, isAdding);
  const router = useRouter();
  // With scripts an action answers its state only; the list is read anew.
  useEffect(() => {
    const isAnswered = [managed, added].some(({ notice, isUnanswered }) => notice && !isUnanswered);
    if (isAnswered) router.refresh();
  }, [managed, added, router]);

  return (
    <div className="staff gap-8 grid items-start lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div>
        <Answer answer={managed} />
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
              <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]" key={member.id}>
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
                  <Drawer member={member} roles={roles} action={manageNow} words={words} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <section className="panel" aria-labelledby="add-member">
        <h2 id="add-member">{words.add}</h2>
        <form ref={newcomer} action={addNow} className="plain-form" noValidate>
          <Answer answer={added} />
          <Field
            name="name"
            label={words.name}
            value={added.values.name}
            error={added.errors.name}
            autoComplete="off"
            required
          />
          <Field
            name="email"
            type="email"
            label={words.email}
            hint={words.emailHint}
            value={added.values.email}
            error={added.errors.email}
            autoComplete="off"
            required
          />
          <Select
            name="role"
            label={words.role}
            options={roles}
            empty={words.choose}
            value={added.values.role}
            error={added.errors.role}
            required
          />
          <Button kind="ink" icon="plus">
            {words.add}
          </Button>
        </form>
      </section>
    </div>
  );
}

function Drawer({
  member,
  roles,
  action,
  words,
}: {
  member: MemberRow;
  roles: StaffDeskProps['roles'];
  action: (form: FormData) => void;
  words: StaffWords;
}) {
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

function Answer({ answer }: { answer: StaffAnswer }) {
  if (!answer.notice) return null;
  return (
    <Notice kind={answer.notice.kind}>
      {answer.notice.text}
      {answer.once && (
        <>
          {' '}
          {answer.once.sentence}{' '}
          <code className="mt-[0.35rem] py-1 px-[0.6rem] border border-control text-[1.125rem]/[1.5] [font-family:ui-monospace,monospace] font-strong block w-fit bg-paper [user-select:all]">
            {answer.once.password}
          </code>
        </>
      )}
    </Notice>
  );
}
