'use client';

import { type MouseEvent, useRef, useState } from 'react';
import { offerPath } from './addresses';
import { EmbedOffer, type Offer } from './EmbedOffer';

/** “嵌入” beside a panel: a dialog, or, without scripts, the way to the page that says the same. */
export function EmbedDialog({ offer }: { offer: Offer }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const open = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <a className="embed-link" href={offerPath(offer.panel, offer.accounts, offer.view)} onClick={open}>
        嵌入
      </a>
      <dialog ref={dialog} className="embed-dialog" aria-label={`嵌入：${offer.title}`} onClose={() => setOpen(false)}>
        {isOpen && (
          <>
            <form method="dialog" className="embed-dialog-head">
              <h2>嵌入：{offer.title}</h2>
              <button type="submit">关闭</button>
            </form>
            <EmbedOffer offer={offer} origin={window.location.origin} height={600} />
          </>
        )}
      </dialog>
    </>
  );
}
