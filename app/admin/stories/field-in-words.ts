import { deskChoices } from '@/lib/stories/for-desk/desk';

/** What a field of a story says, where it is stored by a code that nobody at the desk has ever seen. */
export async function fieldsInWords(): Promise<(field: string, text: string) => string> {
  const { sections, places } = await deskChoices();
  const names = new Map<string, string>([
    ...sections.map(({ slug, name }) => [`section ${slug}`, name] as const),
    ...[
      ...places.divisions,
      ...places.districts,
      ...places.districts.flatMap(({ upazilas }) => upazilas),
    ].map(({ code, label }) => [`district ${code}`, label] as const),
  ]);
  return (field, text) => names.get(`${field} ${text}`) ?? text;
}
