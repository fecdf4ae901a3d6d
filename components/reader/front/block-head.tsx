import type { FrontBlockProps } from './front-block-props';

/** The heading; to screen readers only where the page says it already. */
export function BlockHead({ block: { name, href }, say }: Pick<FrontBlockProps, 'block' | 'say'>) {
  if (name === '') return <h2 className="vh">{say('front.secondary')}</h2>;
  return (
    <header className="block__head">
      <h2>{href ? <a href={href}>{name}</a> : name}</h2>
    </header>
  );
}
