import type { Say } from '@/lib/site/labels';
import type { PlaceContext } from './reading';

/** As its page is headed: খুলনা বিভাগ, বাগেরহাট, মোংলা, বাগেরহাট. */
export function placeName({ place, above }: PlaceContext, say: Say): string {
  if (place.level === 'division') return say('nav.divisionOf', { name: place.name });
  const district = above.at(-1);
  return place.level === 'upazila' && district
    ? say('nav.upazilaOf', { name: place.name, district: district.name })
    : place.name;
}

/** What stands above a place's page, from the list of all on. */
export function placeBreadcrumbs({ above }: PlaceContext, say: Say): { name: string; href: string }[] {
  return [
    { name: say('nav.districts'), href: '/district' },
    ...above.map(({ code, name }, at) => ({
      name: at === 0 ? say('nav.divisionOf', { name }) : name,
      href: `/district/${code}`,
    })),
  ];
}
