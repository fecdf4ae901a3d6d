import NextAuth from 'next-auth';
import { authOptions } from '@/lib/people/auth-options';

export const dynamic = 'force-dynamic';

/** Made at the first request and not at the build, which has no secrets. */
async function handle(request: Request, context: RouteContext<'/api/auth/[...nextauth]'>) {
  return NextAuth(request as never, context as never, authOptions());
}

export { handle as GET, handle as POST };
