import { Icon } from '@/components/ui/icon';
import type { Say } from '@/lib/site/labels';

interface FilesFieldProps {
  name: string;
  accept: string;
  error: string | undefined;
  words: { files: string; hint: string };
  say: Say;
}

/** Takes several files at once. */
export function FilesField({ name, accept, error, words, say }: FilesFieldProps) {
  return (
    <div className="field flex-[1_1_18rem] min-w-0">
      <label className="label" htmlFor={name}>
        {words.files}
      </label>
      <input
        className="input"
        id={name}
        name={name}
        type="file"
        multiple
        accept={accept}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error ${name}-hint` : `${name}-hint`}
      />
      <p className="hint" id={`${name}-hint`}>
        <span>
          {words.hint} <noscript>{say('pictures.filesHintPlain')}</noscript>
          <span className="noscript:hidden">{say('pictures.drop')}</span>
        </span>
      </p>
      {error && (
        <p className="err" id={`${name}-error`}>
          <Icon name="warning" />
          {error}
        </p>
      )}
    </div>
  );
}
