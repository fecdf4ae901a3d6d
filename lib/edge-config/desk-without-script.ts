import { type LabelKey, type LabelSet, labelsIn } from '@/lib/site/labels';

const sentences: Partial<Record<number, readonly [title: LabelKey, text: LabelKey]>> = {
  403: ['admin.noPermission', 'admin.noPermissionHint'],
  404: ['error.notFoundTitle', 'error.notFoundBody'],
  500: ['error.serverTitle', 'error.serverBody'],
};

/** What a browser without JavaScript shows for a desk page that is forbidden, missing or broken. */
export function deskNoscript(language: LabelSet, status: number): string | undefined {
  const about = sentences[status];
  if (!about) return undefined;
  const say = labelsIn(language);
  const back = `<p><a href="/admin">${say('admin.backToDesk')}</a></p>`;
  return `<noscript><main><h1>${say(about[0])}</h1><p>${say(about[1])}</p>${back}</main></noscript>`;
}
