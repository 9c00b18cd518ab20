'use client';

import { type ComponentType, type MouseEvent, useRef, useState } from 'react';
import type { EmbedOfferProps, Offer } from './EmbedOffer';

interface EmbedDialogProps {
  offer: Offer;
  /** the page that says the same */
  href: string;
}

/** “嵌入” beside a panel: a dialog whose content is loaded when it is opened; without scripts, the way to the page that says the same. */
export function EmbedDialog({ offer, href }: EmbedDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [Content, setContent] = useState<ComponentType<EmbedOfferProps>>();
  const [isOpen, setOpen] = useState(false);
  const open = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setOpen(true);
    dialog.current?.showModal();
    import('./EmbedOffer').then(
      ({ EmbedOffer }) => setContent(() => EmbedOffer),
      () => window.location.assign(href),
    );
  };
  return (
    <>
      <a className="embed-link" href={href} onClick={open}>
        嵌入
      </a>
      <dialog ref={dialog} className="embed-dialog" aria-label={`嵌入：${offer.title}`} onClose={() => setOpen(false)}>
        {isOpen && (
          <>
            <form method="dialog" className="embed-dialog-head">
              <h2>嵌入：{offer.title}</h2>
              <button type="submit">关闭</button>
            </form>
            {Content && <Content offer={offer} origin={window.location.origin} height={600} />}
          </>
        )}
      </dialog>
    </>
  );
}
