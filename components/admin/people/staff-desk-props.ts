import type { FormState } from '@/lib/forms/form-state';

/** What was done, and the link that it made: shown this once, and never a field's value. */
export interface StaffAnswer extends FormState {
  once?: { sentence: string; text: string };
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

export type StaffWords = Record<
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
  | 'removeSecondFactor'
  | 'disable'
  | 'enable'
  | 'manage'
  | 'choose'
  | 'list',
  string
>;

export interface StaffDeskProps {
  members: readonly MemberRow[];
  roles: readonly { value: string; label: string }[];
  manage: (state: StaffAnswer, form: FormData) => Promise<StaffAnswer>;
  add: (state: StaffAnswer, form: FormData) => Promise<StaffAnswer>;
  words: StaffWords;
}
