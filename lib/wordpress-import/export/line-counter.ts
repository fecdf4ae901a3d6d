/** Line numbers of a text that arrives in chunks, of which only the last is kept. */
export class LineCounter {
  #before = { characters: 0, lines: 1 };
  #chunk = '';

  get isAtStart(): boolean {
    return this.#before.characters + this.#chunk.length === 0;
  }

  add(chunk: string): void {
    this.#before = {
      characters: this.#before.characters + this.#chunk.length,
      lines: this.#before.lines + newlinesIn(this.#chunk),
    };
    this.#chunk = chunk;
  }

  /** The line of an index of the whole text, which must be in the last chunk. */
  at(index: number): number {
    const within = this.#chunk.slice(0, Math.max(0, index - this.#before.characters));
    return this.#before.lines + newlinesIn(within);
  }

  get last(): number {
    return this.#before.lines + newlinesIn(this.#chunk);
  }
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
