import { cookies } from 'next/headers';
import { getDb } from '@/db/client';
import { readSignInStep, SIGN_IN_STEP_COOKIE } from './sign-in-step';

/** Whether the browser's password was right and its second step can be taken. */
export async function waitsForSecondFactor(): Promise<boolean> {
  const token = (await cookies()).get(SIGN_IN_STEP_COOKIE)?.value ?? '';
  return (await readSignInStep(getDb(), 'second-factor', token)) !== undefined;
}
