import { sql } from 'drizzle-orm';
import { sections, stories } from '@/db/schema';

/** The name of a story's section, for the desk; `''` where a draft has none yet. */
export const sectionChosen = sql<string>`case when ${stories.isSectionOpen} then '' else ${sections.name} end`;
