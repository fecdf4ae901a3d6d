import { createElement, type HTMLAttributes } from 'react';
import { htmlOf, isWriting } from './html-of';
import { Piece } from './piece.client';
import { layPiece } from './pieces';

interface Written extends HTMLAttributes<HTMLElement> {
  as: 'article' | 'aside' | 'div' | 'footer' | 'header' | 'main' | 'nav' | 'ol' | 'section' | 'ul';
  /** On a page where React runs in the browser, as one's account: there it needs the HTML too. */
  isAlive?: boolean;
}

/**
 * An element whose inside is made into HTML once, here. React makes a page twice, as data and from the data as HTML, and
 * readers get the HTML alone: what stands in this it takes as one piece, the second time only. Not for what only React can
 * make: a form with an action, a component for the browser, what belongs into the head.
 */
export function Written({ as, isAlive = false, children, ...attributes }: Written) {
  const html = htmlOf(children);
  if (isAlive || isWriting()) {
    return createElement(as, { ...attributes, dangerouslySetInnerHTML: { __html: html } });
  }
  return <Piece as={as} piece={layPiece(html)} {...attributes} />;
}
