/** A picture as the editor puts it into a story: `src` is a file that fits a column, of a kind that anything can show. */
export interface ChosenPicture {
  id: number;
  src: string;
  width: number;
  height: number;
  /** Small, to choose by. */
  thumb: string;
  alt: string;
  caption: string;
  credit: string;
}
