/**
 * The address of the frame in which another house shows what lies at `href`, or null where it has none for it. The hosts
 * are those that a reader page's policy permits (`lib/edge-config/security-policy.ts`).
 */
export function embedFrame(provider: string | undefined, href: string): string | null {
  const url = URL.parse(href);
  if (url?.protocol !== 'https:') return null;
  const { pathname } = url;
  if (provider === 'youtube') {
    const film = /^\/(?:embed|shorts|live)\/([\w-]{6,20})/.exec(pathname)?.[1] ?? url.searchParams.get('v');
    const short = url.hostname === 'youtu.be' ? pathname.slice(1) : null;
    const id = short ?? film;
    return id && /^[\w-]{6,20}$/.test(id) ? `https://www.youtube-nocookie.com/embed/${id}` : null;
  }
  if (provider === 'x') {
    const post = /\/status\/(\d{1,20})/.exec(pathname)?.[1];
    return post ? `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${post}` : null;
  }
  if (provider === 'facebook' && /(?:^|\.)facebook\.com$/.test(url.hostname) && pathname !== '/') {
    const isPage = /^\/[\w.-]+\/?$/.test(pathname) && url.search === '';
    const isFilm = /\/(?:videos|reel|watch)\b/.test(pathname);
    const kind = isPage ? 'page' : isFilm ? 'video' : 'post';
    return `https://www.facebook.com/plugins/${kind}.php?show_text=true&href=${encodeURIComponent(url.href)}`;
  }
  return null;
}
