/** What an operator may say of a move; each has a default that needs no thought. */
export interface MoveInWish {
  /** By a category's nicename or name: the slug of the section that its posts go to. */
  sections: ReadonlyMap<string, string>;
  /** For posts without a category. */
  defaultSection: string;
  /** Post types that are stories, besides `post`. */
  types: readonly string[];
  /** Keys of post meta; `''`: none. */
  kickerKey: string;
  standfirstKey: string;
  /** Who made a picture that does not say; `''`: the old site. */
  credit: string;
  /** First parts of the old site's archives. */
  categoryBase: string;
  tagBase: string;
}

export const usualWish: MoveInWish = {
  sections: new Map(),
  defaultSection: 'others',
  types: [],
  kickerKey: '',
  standfirstKey: '',
  credit: '',
  categoryBase: 'category',
  tagBase: 'tag',
};
