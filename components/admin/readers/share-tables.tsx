import type { Readings } from '@/lib/readership/depth';
import type { LabelKey, Say } from '@/lib/site/labels';
import { Bar } from './bar';

interface ShareRow {
  key: string;
  name: string;
  part: number;
}

interface ShareTable {
  caption: string;
  /** Where what stands above says the same. */
  captionHidden?: boolean;
  first: string;
  rows: readonly ShareRow[];
  whole: number;
  say: Say;
}

/** Parts of a whole, one a line: number, share in hundredths, and a bar. */
export function ShareTable({ caption, captionHidden, first, rows, whole, say }: ShareTable) {
  return (
    <table className="figures mb-6 text-small w-full border-collapse [&_caption]:py-[0.35rem] [&_caption]:border-t-3 [&_caption]:border-t-rule-strong [&_caption]:text-h6/[1.5] [&_caption]:font-serif [&_caption]:font-strong [&_caption]:text-left">
      <caption className={captionHidden ? 'vh' : undefined}>{caption}</caption>
      <thead>
        <tr>
          <th className="text-(length:--text-meta) text-ink-3" scope="col">
            {first}
          </th>
          <th scope="col" className="num text-(length:--text-meta) text-ink-3">
            {say('readership.reads')}
          </th>
          <th scope="col" className="num text-(length:--text-meta) text-ink-3">
            {say('readership.share')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, part }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="num">{say('readership.count', { count: part })}</td>
            <td className="num">
              {say('readership.percent', { count: whole === 0 ? 0 : Math.round((100 * part) / whole) })}
            </td>
            <td className="w-[22%]">
              <Bar part={part} whole={whole} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const steps = ['views', 'quarters', 'halves', 'threeQuarters', 'reads'] as const;

/** How many of those who opened went how far. */
export function DepthTable({ total, say }: { total: Readings; say: Say }) {
  const rows = steps.map((step) => ({ key: step, name: say(`readership.step.${step}`), part: total[step] }));
  return (
    <ShareTable
      caption={say('readership.depth')}
      first={say('readership.step')}
      rows={rows}
      whole={total.views}
      say={say}
    />
  );
}

interface Sources {
  caption: LabelKey;
  captionHidden?: boolean;
  sources: readonly { source: 'direct' | 'own' | 'search' | 'social' | 'other'; views: number }[];
  say: Say;
}

export function SourceTable({ caption, captionHidden = false, sources, say }: Sources) {
  const rows = sources.map(({ source, views }) => ({
    key: source,
    name: say(`readership.source.${source}`),
    part: views,
  }));
  return (
    <ShareTable
      caption={say(caption)}
      captionHidden={captionHidden}
      first={say('readership.source')}
      rows={rows}
      whole={sources.reduce((sum, { views }) => sum + views, 0)}
      say={say}
    />
  );
}
