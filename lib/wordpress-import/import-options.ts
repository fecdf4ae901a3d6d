/** The operator's options; each has a default. */
export interface ImportOptions {
  /** Section slug by a category's nicename or name. */
  sections: ReadonlyMap<string, string>;
  /** For posts without a category. */
  defaultSection: string;
  /** Post types that are stories, besides `post`. */
  types: readonly string[];
  /** Keys of post meta; `''`: none. */
  kickerKey: string;
  standfirstKey: string;
  /** Credit of pictures without one; `''`: the old site's name. */
  credit: string;
  /** First path segments of the old site's archives. */
  categoryBase: string;
  tagBase: string;
}

export const defaultImportOptions: ImportOptions = {
  sections: new Map(),
  defaultSection: 'others',
  types: [],
  kickerKey: '',
  standfirstKey: '',
  credit: '',
  categoryBase: 'category',
  tagBase: 'tag',
};
