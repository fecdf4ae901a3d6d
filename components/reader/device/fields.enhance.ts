import { enhanceSearch } from '@/components/reader/listing/suggest.enhance';
import { steadyCarets } from '@/components/ui/steady-caret';

/** Fetched by `typing.enhance.ts`. */
export function enhance(): void {
  enhanceSearch();
  steadyCarets(document);
}
