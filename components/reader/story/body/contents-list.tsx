import type { Say } from '@/lib/site/labels';
import type { Story } from '@/lib/stories/for-readers/reading';

/** The questions of an explainer, each leading to its answer. */
export function ContentsList({ contents, say }: { contents: Story['contents']; say: Say }) {
  if (contents.length < 2) return null;
  return (
    <nav className="contents" aria-labelledby="contents">
      <h2 id="contents">{say('formats.contents')}</h2>
      <ol>
        {contents.map(({ anchor, words }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{words}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
