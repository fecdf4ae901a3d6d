import { getDb } from '@/db/client';
import { settingRows } from '@/db/queries/settings';
import { labelsIn, type Say } from './labels';
import { ownLabelsIn } from './own-labels';
import { type SiteSettings, settingsFrom } from './settings';

/** The newsroom's choices and the labels in its language: what every page begins with. */
export async function readSite(): Promise<SiteSettings & { say: Say }> {
  const chosen = settingsFrom(await settingRows(getDb()));
  return { ...chosen, say: labelsIn(chosen.labelSet, ownLabelsIn(chosen.labelOverrides).own) };
}
