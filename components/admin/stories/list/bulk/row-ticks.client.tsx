'use client';

import { createContext, useContext } from 'react';

/** The values of the boxes that are to stand ticked: those of a change that was refused. */
export const Ticked = createContext<readonly string[]>([]);

/** The box of one row. */
export function RowTick({ value, label }: { value: string; label: string }) {
  const isTicked = useContext(Ticked).includes(value);
  return (
    <label className="tick place-items-center">
      <input type="checkbox" name="chosen" value={value} key={String(isTicked)} defaultChecked={isTicked} />
      <span className="vh">{label}</span>
    </label>
  );
}
