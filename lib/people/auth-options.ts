import type { NextAuthOptions, Session } from 'next-auth';
import { encode } from 'next-auth/jwt';
import credentials from 'next-auth/providers/credentials';
import { getDb } from '@/db/client';
import { env } from '@/lib/env';
import { endSession } from './sessions/end-session';
import { networkIn } from './sessions/network';
import { sessionHours } from './sessions/session';
import { signIn } from './sessions/sign-in';
import { verifyStaff } from './sessions/verify-staff';

const MAX_AGE_SECONDS = sessionHours * 3600;

/** A function, so that a build without secrets can load the modules that name it. */
export function authOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: MAX_AGE_SECONDS },
    useSecureCookies: isHttps(),
    pages: { signIn: '/login', signOut: '/admin', error: '/login' },
    providers: [
      credentials({
        name: 'barta',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(given, request) {
          const header = (name: string): string => String(request.headers?.[name] ?? '');
          const outcome = await signIn(getDb(), {
            email: given?.email ?? '',
            password: given?.password ?? '',
            network: networkIn(header('x-forwarded-for')),
            agent: header('user-agent'),
          });
          if (outcome.ok) return { id: outcome.value.token };
          if (outcome.code === 'wrong') return null;
          throw new Error(outcome.code);
        },
      }),
    ],
    callbacks: {
      // The token carries nothing of the member: what it opens is looked up at each request.
      jwt: ({ token, user }) => ({ session: user ? user.id : token.session }),
      session: async ({ session, token }) => {
        const member = typeof token.session === 'string' ? await verifyStaff(getDb(), token.session) : null;
        if (!member) return {} as Session;
        return { expires: session.expires, user: { name: member.name } };
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.session === 'string') await endSession(getDb(), token.session);
      },
    },
    logger: {
      // A wrong password is in the audit; a cookie of another secret is nobody's error.
      error: (code, detail) => {
        if (code !== 'JWT_SESSION_ERROR') console.error(`next-auth: ${code}`, detail);
      },
    },
  };
}

/** next-auth's own session cookie, as its sign-in would set it, for a sign-in by form. */
export async function sessionCookie(token: string) {
  return {
    name: sessionCookieName(),
    value: await encode({ token: { session: token }, secret: authSecret(), maxAge: MAX_AGE_SECONDS }),
    ...staffCookieOptions(),
    path: '/',
    maxAge: MAX_AGE_SECONDS,
  } as const;
}

/** What all cookies of a member's browser have in common. */
export function staffCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', secure: isHttps() } as const;
}

export function sessionCookieName(): string {
  return isHttps() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

export function authSecret(): string {
  const secret = env().AUTH_SECRET;
  if (!secret) throw new Error('AUTH_SECRET is not set: nobody can sign in without it.');
  return secret;
}

function isHttps(): boolean {
  return env().SITE_URL.startsWith('https:');
}
