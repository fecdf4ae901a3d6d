import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** `main`: what goes live, once a page. `ink`: what is done most. `ok`, `no`: yes and no. `quiet`: the rest. */
export type ButtonKind = 'plain' | 'main' | 'ink' | 'ok' | 'no' | 'quiet';

interface Look {
  kind?: ButtonKind;
  icon?: IconName | undefined;
  children: ReactNode;
  /** Said after the words, to screen readers only: what this one of several like buttons is about. */
  about?: string | undefined;
}

interface ButtonProps extends Look {
  /** Which of several buttons was pressed, as in `name="do" value="publish"`. */
  name?: string;
  value?: string;
  disabled?: boolean;
  /** Sends the form with this id, when the button stands outside of it. */
  form?: string;
  /** Leaves `required` to the server, as for a draft. */
  formNoValidate?: boolean;
}

export function Button({ kind = 'plain', icon, children, about, ...button }: ButtonProps) {
  return (
    <button type="submit" className={classOf(kind)} {...button}>
      {icon && <Icon name={icon} />}
      {children}
      {about && <span className="vh"> {about}</span>}
    </button>
  );
}

/** Looks like a button and is a link: it leads somewhere and changes nothing. */
export function ButtonLink({ kind = 'plain', icon, children, about, href }: Look & { href: string }) {
  return (
    <a className={classOf(kind)} href={href}>
      {icon && <Icon name={icon} />}
      {children}
      {about && <span className="vh"> {about}</span>}
    </a>
  );
}

function classOf(kind: ButtonKind): string {
  return kind === 'plain' ? 'btn' : `btn btn--${kind}`;
}
