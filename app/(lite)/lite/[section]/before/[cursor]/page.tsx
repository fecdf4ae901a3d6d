import type { Metadata } from 'next';
import { readSectionNamed } from '@/lib/stories/reading';
import { LiteListing } from '../../listing';

type Props = PageProps<'/lite/[section]/before/[cursor]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section: slug, cursor } = await params;
  const found = await readSectionNamed(slug);
  const canonical = `/${slug}/before/${cursor}`;
  return found ? { title: found.name, alternates: { canonical } } : {};
}

export default async function OlderLiteSection({ params }: Props) {
  const { section, cursor } = await params;
  return <LiteListing slug={section} cursor={cursor} />;
}
