'use client';

import { useSelectedLayoutSegment } from 'next/navigation';
import { withHere } from './with-here';

interface SectionNavProps {
  label: string;
  /** The bar's links, written: as elements each page would make them three times. */
  html: string;
}

/**
 * The sections under the masthead. A layout cannot know which page it stands round; its server half can ask the
 * router, and that half is all that readers get.
 */
export function SectionNav({ label, html }: SectionNavProps) {
  const here = useSelectedLayoutSegment();
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made of elements by htmlOf
    <nav className="nav" aria-label={label} dangerouslySetInnerHTML={{ __html: withHere(html, here) }} />
  );
}
