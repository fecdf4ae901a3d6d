'use client';

import { useSelectedLayoutSegment } from 'next/navigation';

interface Place {
  slug: string;
  name: string;
}

/**
 * The sections under the masthead. A layout cannot know which page it stands round; its server half can ask the
 * router, and that half is all that readers get.
 */
export function SectionNav({ sections, label }: { sections: readonly Place[]; label: string }) {
  const current = useSelectedLayoutSegment();
  return (
    <nav className="nav" aria-label={label}>
      <div className="page">
        <ul>
          {sections.map((section) => (
            <li key={section.slug}>
              <a href={`/${section.slug}`} aria-current={section.slug === current ? 'page' : undefined}>
                {section.name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
