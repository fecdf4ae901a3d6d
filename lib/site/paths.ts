/** First path segments whose pages know who asks. All else gets no cookie and may be remembered. */
export const visitorSegments: readonly string[] = ['admin', 'api', 'login', 'account', 'search', '_next'];

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
