import { ButtonLink } from '@/components/ui/button';

interface FootLink {
  href: string;
  words: string;
}

interface ListFootProps {
  /** Back to the head of the list; none on its first page. */
  newest?: FootLink | false | undefined;
  /** On to its next page; none on the last. */
  older: FootLink | false;
}

/** Below a list that is read page by page. */
export function ListFoot({ newest, older }: ListFootProps) {
  if (!newest && !older) return null;
  return (
    <div className="mt-3 gap-y-2 gap-x-4 text-(length:--text-meta) flex flex-wrap items-center justify-between text-ink-3">
      <span>
        {newest && (
          <ButtonLink icon="back" href={newest.href}>
            {newest.words}
          </ButtonLink>
        )}
      </span>
      {older && (
        <ButtonLink icon="forward" href={older.href}>
          {older.words}
        </ButtonLink>
      )}
    </div>
  );
}
