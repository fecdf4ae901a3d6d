'use client';
import { useEffect } from 'react';
import { enhanceSearch } from './suggest.enhance';

/** The readers' script is not on the search page, which runs React: its suggestions start here. */
export function Suggest() {
  useEffect(enhanceSearch, []);
  return null;
}
