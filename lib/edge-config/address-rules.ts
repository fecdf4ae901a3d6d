import type { AddressRules } from '@barta/edge/http/request-address';
import { readerQueryNames, unkeptSegments, visitorSegments } from '@/lib/site/paths';

export const addressRules: AddressRules = {
  filePrefixes: ['/_next/static/', '/media/', '/cover/', '/enhance/', '/fonts/', '/icons/', '/share-card/'],
  privateSegments: visitorSegments,
  uncachedSegments: unkeptSegments,
  queryNames: readerQueryNames,
};
