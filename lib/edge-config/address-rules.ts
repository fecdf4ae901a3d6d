import type { AddressRules } from '@barta/edge/http/request-address';
import { readerQueryNames, uncachedSegments, visitorSegments } from '@/lib/site/paths';

export const addressRules: AddressRules = {
  filePrefixes: ['/_next/static/', '/media/', '/cover/', '/enhance/', '/fonts/', '/icons/', '/share-card/'],
  privateSegments: visitorSegments,
  uncachedSegments,
  queryNames: readerQueryNames,
};
