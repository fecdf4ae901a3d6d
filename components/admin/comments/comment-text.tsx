interface CommentTextProps {
  /** The text in parts; those that a rule has found are marked. */
  parts: readonly { text: string; isMarked: boolean }[];
}

export function CommentText({ parts }: CommentTextProps) {
  return (
    <p className="q__text mt-[0.2rem] mb-2 mx-0 text-[1.03rem]/[1.7] max-w-176 whitespace-pre-line wrap-anywhere">
      {parts.map(({ text, isMarked }, place) =>
        isMarked ? (
          <mark
            className="px-[0.1em] bg-warn-wash text-ink [box-shadow:inset_0_-2px_0_var(--color-warn)]"
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their order
            key={place}
          >
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </p>
  );
}
