import type { ReadDb } from '@/db/client';
import { settingRows } from '@/db/queries/site/settings';
import { parseCustomLabels } from '@/lib/site/custom-labels';
import { labelsIn, type Say } from '@/lib/site/labels';
import { type SiteSettings, settingsFrom } from '@/lib/site/settings';

/** Whose letters they are. */
export interface MailContext {
  /** SITE_URL. */
  site: string;
  /** MAIL_FROM. */
  from: string;
  /** Signs the ways out. */
  secret: string;
}

/** The newsroom's name and words, as they are now: a letter may have waited. */
export async function siteSettingsAndLabels(db: ReadDb): Promise<SiteSettings & { say: Say }> {
  const chosen = settingsFrom(await settingRows(db));
  return { ...chosen, say: labelsIn(chosen.labelSet, parseCustomLabels(chosen.labelOverrides).own) };
}
