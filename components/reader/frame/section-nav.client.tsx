'use client';

import { useSelectedLayoutSegment } from 'next/navigation';
import { withHere } from './with-here';

interface SectionNavProps {
  label: string;
  /** The bar's links as HTML (`toStaticHtml`): as elements every page would render them three times. */
  html: string;
}

/**
 * The sections under the masthead. A server layout does not know which page it surrounds. A client component can ask the
 * router while it renders on the server, and readers get only that HTML.
 */
export function SectionNav({ label, html }: SectionNavProps) {
  const here = useSelectedLayoutSegment();
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made from elements by toStaticHtml
    <nav className="nav" aria-label={label} dangerouslySetInnerHTML={{ __html: withHere(html, here) }} />
  );
}
