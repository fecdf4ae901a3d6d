import type { Metadata } from 'next';
import { readSectionNamed } from '@/lib/stories/for-readers/reading';
import { LiteListing } from '../../listing';

type OlderLiteSectionProps = PageProps<'/lite/[section]/before/[cursor]'>;

export async function generateMetadata({ params }: OlderLiteSectionProps): Promise<Metadata> {
  const { section: slug, cursor } = await params;
  const found = await readSectionNamed(slug);
  const canonical = `/${slug}/before/${cursor}`;
  return found ? { title: found.name, alternates: { canonical } } : {};
}

export default async function OlderLiteSection({ params }: OlderLiteSectionProps) {
  const { section, cursor } = await params;
  return <LiteListing slug={section} cursor={cursor} />;
}
