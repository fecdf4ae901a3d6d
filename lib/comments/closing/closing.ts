const A_DAY_MS = 86_400_000;

export interface Closable {
  state: string;
  comments: 'open' | 'closed';
  publishedAt: Date | null;
  commentsUntil: Date | null;
  /** Of its section; null: as the settings say. */
  sectionDays: number | null;
}

/** When a story takes no more comments: its own day, or so many days after it was published. */
export function closesAt({ publishedAt, commentsUntil, sectionDays }: Closable, settingDays: number): Date {
  if (commentsUntil) return commentsUntil;
  const days = sectionDays ?? settingDays;
  return new Date((publishedAt?.getTime() ?? 0) + days * A_DAY_MS);
}

/** By hand, by section (no days at all), or by time. */
export function isOpen(story: Closable, settingDays: number, now: Date): boolean {
  return story.state === 'published' && story.comments === 'open' && now < closesAt(story, settingDays);
}
