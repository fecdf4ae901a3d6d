/** Where a sign-in leads: a page of the desk of this very site, whatever the address bar was made to say. */
export function deskPathIn(text: string | undefined): `/admin${string}` {
  try {
    const here = 'http://desk.invalid';
    const { origin, pathname, search } = new URL(text ?? '', here);
    const isDesk = /^\/admin(\/|$)/.test(pathname) && !pathname.includes('//');
    return origin === here && isDesk ? (`${pathname}${search}` as `/admin${string}`) : '/admin';
  } catch {
    return '/admin';
  }
}
