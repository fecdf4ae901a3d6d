import { toBengaliDigits } from '@barta/bengali/digits';
import { type LabelKey, labelKeys, type Say } from '@/lib/site/labels';
import { subjectKindName } from './audit-sentences';

const known: ReadonlySet<string> = new Set(labelKeys);

/** Where the desk shows what an entry is about. */
const pages: Readonly<Record<string, (id: string) => string>> = {
  story: (id) => `/admin/stories/${id}`,
  picture: (id) => `/admin/pictures/${id}`,
  media: (file) => `/admin/media/${file}`,
  topic: (id) => `/admin/topics?edit=${id}#edit`,
  byline: (id) => `/admin/bylines?edit=${id}#edit`,
  front: (id) => `/admin/fronts/${id}`,
  staff: () => '/admin/staff',
  tip: (id) => `/admin/tips/${id}`,
  page: (id) => `/admin/pages/${id}`,
  menu: () => '/admin/menus',
  ad: (id) => `/admin/ads?edit=${id}#edit`,
  section: () => '/admin/sections',
  setting: () => '/admin/settings',
};

/** What an entry is about, in words, and where it is to be seen; `''`: nowhere. */
export function auditSubject(
  { subjectKind, subject, subjectName }: { subjectKind: string; subject: string; subjectName: string | null },
  say: Say,
): { words: string; href: string } {
  const href = pages[subjectKind]?.(encodeURIComponent(subject)) ?? '';
  const kind = subjectKindName(subjectKind, say);
  if (subjectKind === 'setting' && known.has(`setting.${subject}`))
    return { words: say(`setting.${subject}` as LabelKey), href };
  if (subjectName !== null) return { words: `‘${subjectName}’`, href };
  const id = /^\d+$/.test(subject) ? toBengaliDigits(subject) : subject;
  return { words: say('audit.subject', { kind, id }), href };
}
