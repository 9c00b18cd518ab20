import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';

/** Row −1 is the head, 0 the total; column 0 the names. */
export interface Place {
  row: number;
  column: number;
}

interface Size {
  /** with the total, without the head */
  rows: number;
  columns: number;
}

export interface Roving {
  active: Place;
  /** a row that is asked for and may not be drawn yet; it is brought into sight */
  wanted: RefObject<Place | null>;
  /** gives the focus to the wanted cell; false where it is not drawn yet */
  focusWanted: () => boolean;
  /** the total is always drawn, so that the tab key always finds a cell */
  toTotal: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
}

export const placeId = ({ row, column }: Place): string => `${row}:${column}`;

const PAGE = 15;

function moved({ row, column }: Place, { key, ctrlKey, metaKey }: KeyboardEvent, { rows, columns }: Size) {
  const [far, last] = [ctrlKey || metaKey, { row: rows - 1, column: columns - 1 }];
  const moves: Readonly<Record<string, Place>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? last.row : row, column: last.column },
    PageUp: { row: Math.max(0, row - PAGE), column },
    PageDown: { row: row + PAGE, column },
  };
  const to = moves[key];
  if (!to) return undefined;
  return {
    row: Math.min(Math.max(-1, to.row), last.row),
    column: Math.min(Math.max(0, to.column), last.column),
  };
}

/** One cell of the grid is in the order of the tab key; the arrows move it. */
export function useRoving(size: Size, scroll: HTMLElement | null): Roving {
  const [chosen, setChosen] = useState<Place>({ row: 0, column: 0 });
  const wanted = useRef<Place | null>(null);
  const active = { ...chosen, row: Math.min(chosen.row, size.rows - 1) };

  const focusWanted = (): boolean => {
    const cell = wanted.current && scroll?.querySelector<HTMLElement>(`[data-place="${placeId(wanted.current)}"]`);
    if (!cell) return false;
    wanted.current = null;
    (cell.querySelector<HTMLElement>('a') ?? cell).focus();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = event.altKey ? undefined : moved(active, event, size);
    if (!to) return;
    event.preventDefault();
    wanted.current = to;
    setChosen(to);
  };
  const onFocus = ({ target }: FocusEvent): void => {
    const [row, column] = (target.closest('[data-place]')?.getAttribute('data-place') ?? '').split(':').map(Number);
    if (row !== undefined && column !== undefined && (row !== active.row || column !== active.column))
      setChosen({ row, column });
  };
  const toTotal = (): void => setChosen({ row: 0, column: active.column });
  return { active, wanted, focusWanted, toTotal, onKeyDown, onFocus };
}
