/** The content of a WordPress export (WXR, `wxr_version` 1.0 to 1.2), in its own terms. */
export interface ExportSite {
  kind: 'site';
  title: string;
  /** The site's address, as in `https://old.example/blog`; `''` if missing. */
  address: string;
}

export interface ExportAuthor {
  kind: 'author';
  id: number | null;
  login: string;
  name: string;
}

export interface ExportCategory {
  kind: 'category';
  id: number | null;
  /** Percent-encoded, as in an address. */
  nicename: string;
  /** Nicename of its parent; `''`: none. */
  parent: string;
  name: string;
}

/** A category, a tag or a co-author of an item. */
export interface ItemTerm {
  domain: string;
  nicename: string;
  name: string;
}

export interface ExportComment {
  id: number | null;
  parent: number | null;
  /** The id of a registered user of the old site. */
  userId: number | null;
  author: string;
  email: string;
  url: string;
  date: string;
  dateGmt: string;
  content: string;
  /** `1`, `0`, `spam`, `trash`, `post-trashed`. */
  approved: string;
  type: string;
}

export interface ExportItem {
  kind: 'item';
  id: number | null;
  type: string;
  status: string;
  title: string;
  link: string;
  guid: string;
  creator: string;
  content: string;
  excerpt: string;
  name: string;
  parent: number | null;
  /** The site's local time, `2023-11-02 11:00:00`; and the same in UTC, `0000-00-00 00:00:00` if missing. */
  date: string;
  dateGmt: string;
  modifiedGmt: string;
  commentStatus: string;
  password: string;
  attachmentUrl: string;
  terms: ItemTerm[];
  meta: ReadonlyMap<string, string>;
  comments: ExportComment[];
  /** Part of it exceeded the memory limit and was dropped. */
  isCut: boolean;
}

export type ExportPart = ExportSite | ExportAuthor | ExportCategory | ExportItem;
