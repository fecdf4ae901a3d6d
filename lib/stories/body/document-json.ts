/** A document as the browser holds it: any blocks. Only the server validates them (`document.ts`). */
export interface DocumentJson {
  type: 'doc';
  version: number;
  content: object[];
}
