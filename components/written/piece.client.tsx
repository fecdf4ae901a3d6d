'use client';
import { createElement, type HTMLAttributes } from 'react';
import { takePiece } from './pieces';

interface Piece extends HTMLAttributes<HTMLElement> {
  as: string;
  piece: number;
}

/**
 * A component for the browser that never runs there: as such React makes it into HTML in the second of its two passes, and
 * the data between them, which readers do not get, hold a number for it. Where React's script does come, as without the
 * door, it leaves what it finds.
 */
export function Piece({ as, piece, ...attributes }: Piece) {
  const html = typeof window === 'undefined' ? takePiece(piece) : '';
  return createElement(as, {
    ...attributes,
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: html },
  });
}
