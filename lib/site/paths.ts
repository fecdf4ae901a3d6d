/** First path segments whose pages know who asks. */
export const visitorSegments: readonly string[] = ['admin', 'api', 'login', 'account', '_next'];

/**
 * Those whose pages are the same for whoever asks the same: readers' pages, finished as such and asked without cookies,
 * but never kept, here or in front, since words can be invented without end.
 */
export const uncachedSegments: readonly string[] = ['search'];

/** All else gets no cookie, and may be remembered and fetched ahead. */
export const unrememberedSegments: readonly string[] = [...visitorSegments, ...uncachedSegments];

/** Query names that change a reader page. Any other is dropped, so `?utm_source=x` is the same page. `code`, `division`, `district`, `upazila` and `from` are the district picker's, `date` the archive's. */
export const readerQueryNames: readonly string[] = [
  'reply',
  'code',
  'report',
  'sort',
  'division',
  'district',
  'upazila',
  'from',
  'date',
];
