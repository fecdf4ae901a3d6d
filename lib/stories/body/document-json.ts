/** A document as the browser holds it: any blocks. Only the server knows what each may be (`document.ts`). */
export interface DocumentJson {
  type: 'doc';
  version: number;
  content: object[];
}
