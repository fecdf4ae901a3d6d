import { EDITABLE_MS } from '../own/own-comment';

/** The way from the answer to the page that it leads to, with a page between that was drawn a moment before. */
const ON_THE_WAY_MS = 60_000;

/** Comments written since then carry on their page what only their writers are led to: as long as they may mend them. */
export function newSince(now: Date): Date {
  return new Date(now.getTime() - EDITABLE_MS);
}

/** Whether any page that shows a comment now and in the next minute thanks its writer. */
export function isThanked({ createdAt }: { createdAt: Date }, now: Date): boolean {
  return createdAt.getTime() > newSince(now).getTime() + ON_THE_WAY_MS;
}
