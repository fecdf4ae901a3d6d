import { getDb } from '@/db/client';
import { settingRows } from '@/db/queries/site/settings';
import { parseCustomLabels } from './custom-labels';
import { labelsIn, type Say } from './labels';
import { type SiteSettings, settingsFrom } from './settings';

export type Site = SiteSettings & { say: Say };

type Rows = Awaited<ReturnType<typeof settingRows>>;

/** A page asks for it half a dozen times. */
const known = new WeakMap<Rows, Site>();

/** The newsroom's choices and the labels in its language: what every page begins with. */
export async function readSite(): Promise<Site> {
  const rows = await settingRows(getDb());
  const before = known.get(rows);
  if (before) return before;
  const chosen = settingsFrom(rows);
  const site = { ...chosen, say: labelsIn(chosen.labelSet, parseCustomLabels(chosen.labelOverrides).own) };
  known.set(rows, site);
  return site;
}
