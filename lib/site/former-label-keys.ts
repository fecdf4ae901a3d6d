/**
 * Former names of label keys. A newsroom's own sentences are stored under the key that was current when they were
 * typed, so a renamed key keeps its former name here; where both are set, the later line counts.
 */
export const formerLabelKeys: Readonly<Record<string, string>> = {
  'account.letters': 'account.mail',
  'account.letters.none': 'account.mail.none',
  'ads.standing': 'ads.schedule',
  'audit.anyDeed': 'audit.anyAction',
  'bulk.deed': 'bulk.action',
  'bulk.no-deed': 'bulk.no-action',
  'bulk.noDeed': 'bulk.noAction',
  'keeping.byTheHouse': 'versions.byNewsroom',
  'keeping.commentNotKept': 'versions.commentNotSaved',
  'live.draftKept': 'live.draftSaved',
  'media.kept': 'media.saved',
  'mediaLibrary.kept': 'mediaLibrary.uploaded',
  'moderation.bansStanding': 'moderation.activeBans',
  'moderation.byHouse': 'moderation.byNewsroom',
  'moderation.letter': 'moderation.newsletter',
  'moderation.letterCount': 'moderation.newsletterCount',
  'moderation.letterGet': 'moderation.newsletterGet',
  'moderation.letterNote': 'moderation.newsletterNote',
  'moderation.lettersGivenUp': 'moderation.mailGivenUp',
  'moderation.lettersTitle': 'moderation.mailTitle',
  'moderation.lettersWaiting': 'moderation.mailWaiting',
  'moderation.noteKept': 'moderation.noteSaved',
  'moderation.sum': 'moderation.spamScore',
  'offline.kept': 'offline.saved',
  'pictures.kept': 'pictures.uploaded',
  'talk.own.saidBefore': 'talk.own.duplicate',
  'tips.keptPictures': 'tips.uploadedPictures',
  'tips.notKept': 'tips.notSaved',
  'views.doKeep': 'views.doSave',
  'views.keep': 'views.save',
  'views.kept': 'views.saved',
};

/** Families of keys that were renamed as a whole. */
const formerPrefixes: readonly (readonly [former: string, current: string])[] = [
  ['ads.standing.', 'ads.schedule.'],
  ['bulk.deed.', 'bulk.action.'],
  ['door.', 'edge.'],
  ['keeping.', 'versions.'],
  ['letter.', 'newsletter.'],
  ['letters.', 'mail.'],
  ['permit.', 'permission.'],
];

/** The key that is current for `key`, which is `key` itself unless it was renamed. */
export function currentLabelKey(key: string): string {
  const renamed = formerLabelKeys[key];
  if (renamed) return renamed;
  const prefix = formerPrefixes.find(([former]) => key.startsWith(former));
  return prefix ? prefix[1] + key.slice(prefix[0].length) : key;
}
