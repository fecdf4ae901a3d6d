/** What a form of the taxonomy can be refused for. Each has a sentence: `taxonomy.<code>`. */
export type TaxonomyRefusal =
  | 'forbidden'
  | 'not-found'
  | 'stale'
  | 'name-empty'
  | 'name-too-long'
  | 'name-taken'
  | 'slug-invalid'
  | 'slug-taken'
  | 'slug-reserved'
  | 'number-invalid'
  | 'too-long'
  | 'unknown'
  | 'own-parent'
  | 'not-empty';

export const maxTaxonomyName = 80;
