'use client';

import { type ComponentType, useCallback, useEffect, useState } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Ctrl+K or ⌘K anywhere, `/` outside of fields. */
function asksForSearch(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) return !event.altKey && !event.shiftKey;
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
}

/** A plain form where there are no scripts, else what opens the palette; the palette itself comes when it is first asked for. */
export function SearchButton() {
  const [ready, setReady] = useState(false);
  const [open, setOpen] = useState(false);
  const [Palette, setPalette] = useState<ComponentType<{ close: () => void }>>();
  const show = useCallback(() => {
    import('./Palette')
      .then((palette) => {
        setPalette(() => palette.Palette);
        setOpen(true);
      })
      .catch(() => window.location.assign('/search'));
  }, []);

  useEffect(() => {
    setReady(true);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      show();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [show]);

  return (
    <search className="masthead-search no-print">
      {ready ? (
        <button type="button" onClick={show} aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K /">
          查找 <kbd>Ctrl K</kbd>
        </button>
      ) : (
        <form action="/search" method="get">
          <input name="q" type="search" maxLength={60} placeholder="查找" aria-label="查找部门、科目、指标" />
        </form>
      )}
      {open && Palette && <Palette close={() => setOpen(false)} />}
    </search>
  );
}
