import type { Say, Words } from '../labels';
import { fillLabel } from './fill';

/** The labels that a page has picked, as the server says them. One that it has not picked stands as its key. */
export function sayWith({ set, of }: Words): Say {
  return (key, values) => {
    const sentence = of[key] ?? key;
    return values ? fillLabel(sentence, values, set) : sentence;
  };
}
