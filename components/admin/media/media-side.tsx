import type { ReactNode } from 'react';
import type { Say } from '@/lib/site/labels';

interface MediaSideProps {
  /** As a story's field takes it. */
  address: string;
  uses: readonly { href: string; headline: string; state: string }[];
  /** In how many texts that are not saved yet. */
  drafts: number;
  facts: readonly string[];
  /** What can be done with it. */
  children: ReactNode;
  say: Say;
}

/** Beside an audio or video file: where it is used, and its technical facts. */
export function MediaSide({ address, uses, drafts, facts, children, say }: MediaSideProps) {
  return (
    <div className="picture__side [&_.pill]:py-[0.2rem] [&_.pill]:whitespace-normal">
      <section className="panel" aria-labelledby="media-uses">
        <h2 id="media-uses">{say('mediaLibrary.uses')}</h2>
        {uses.length + drafts === 0 && <p className="meta">{say('mediaLibrary.usesNone')}</p>}
        {uses.length > 0 && (
          <ul>
            {uses.map((use) => (
              <li
                className="py-[0.45rem] px-0 gap-y-0 gap-x-3 border-b border-b-rule grid grid-cols-[minmax(0,1fr)_auto] items-baseline"
                key={use.href}
              >
                <a
                  className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
                  href={use.href}
                >
                  {use.headline}
                </a>
                <span className="meta text-micro whitespace-nowrap">{use.state}</span>
              </li>
            ))}
          </ul>
        )}
        {drafts > 0 && <p className="meta">{say('mediaLibrary.inDrafts', { count: drafts })}</p>}
      </section>
      <section className="panel" aria-labelledby="media-facts">
        <h2 id="media-facts">{say('mediaLibrary.facts')}</h2>
        {facts.map((fact) => (
          <p className="meta" key={fact}>
            {fact}
          </p>
        ))}
        <div className="field">
          <label className="label" htmlFor="media-address">
            {say('mediaLibrary.address')}
          </label>
          <input
            className="input"
            id="media-address"
            value={address}
            readOnly
            aria-describedby="address-hint"
          />
          <p className="hint" id="address-hint">
            {say('mediaLibrary.addressHint')}
          </p>
        </div>
      </section>
      {children}
    </div>
  );
}
