import type { BanglaRule } from '@barta/bengali/bangla-calendar';
import type { Say } from '@/lib/site/labels';

/** What of the newsroom's choices stands around every page. */
export interface SiteFrame {
  siteName: string;
  tagline: string;
  calendar: BanglaRule;
  footerNote: string;
  /** Addresses of ours elsewhere; `''`: none. */
  liveTvUrl: string;
  facebookUrl: string;
  youtubeUrl: string;
  xUrl: string;
  say: Say;
}

export interface FrameSection {
  slug: string;
  name: string;
  menu: 'bar' | 'more' | 'none';
}

export interface FrameLine {
  label: string;
  href: string;
}

/** What stands in the menus besides the sections. */
export type FrameMenus = Record<'bar' | 'more' | 'footer', readonly FrameLine[]>;
