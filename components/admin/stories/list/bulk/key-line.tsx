import type { BulkWords } from './bulk-action-fields';

/** The line of keys below the list. */
export function KeyLine({ keys }: { keys: BulkWords['keys'] }) {
  return (
    <p className="keys mt-[0.9rem] pt-[0.7rem] gap-y-[0.35rem] gap-x-[1.1rem] border-t border-t-rule text-(length:--text-meta) flex flex-wrap items-center text-ink-3 max-md:hidden [&_span]:gap-[0.35rem] [&_span]:inline-flex [&_span]:items-center">
      {keys.map((each) => (
        <span key={each.words}>
          {each.keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {each.words}
        </span>
      ))}
    </p>
  );
}
