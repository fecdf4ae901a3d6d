import { createElement, type HTMLAttributes } from 'react';
import { htmlOf } from './html-of';

interface Written extends HTMLAttributes<HTMLElement> {
  as: 'article' | 'aside' | 'div' | 'footer' | 'header' | 'main' | 'nav' | 'ol' | 'section' | 'ul';
}

/**
 * An element whose inside is made into HTML once, here. React makes a page twice, as data and from the data as HTML, and
 * readers get the HTML alone: what stands in this it takes as one piece both times. Not for what only React can make: a
 * form with an action, a component for the browser, what belongs into the head.
 */
export function Written({ as, children, ...attributes }: Written) {
  return createElement(as, { ...attributes, dangerouslySetInnerHTML: { __html: htmlOf(children) } });
}
