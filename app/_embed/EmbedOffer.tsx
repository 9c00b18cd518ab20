'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { View } from '../../lib/selection';
import { embedPath, queryOf } from './addresses';
import { FIRST_STATE, type OfferState, WIDTHS } from './offerState';
import { SNIPPETS } from './snippets';

export interface Offer {
  panel: string;
  title: string;
  answer: string;
  accounts: readonly string[];
  view: View;
}

export interface EmbedOfferProps {
  offer: Offer;
  origin: string;
  state?: OfferState;
  /** what freezes the panel as it stands; asked for when it is needed */
  pin?: string | null;
  height: number;
}

const LABELS = { theme: { light: '浅色', dark: '深色', auto: '随读者' }, width: '宽度' } as const;

/** Preview and snippets of one panel. The form works as a plain one, too: its fields are the query of its page. */
export function EmbedOffer({
  offer,
  origin,
  state: first = FIRST_STATE,
  pin: known = null,
  height: guess,
}: EmbedOfferProps) {
  const [state, setState] = useState(first);
  const pin = usePin(offer, state.frozen, known);
  const query = queryOf({ ...offer, theme: state.theme }, state.frozen ? pin : null);
  const preview = useRef<HTMLIFrameElement>(null);
  const height = useHeight(preview, query) ?? guess;
  const embedding = { ...offer, origin, query, width: state.width, height };
  const take = (event: FormEvent<HTMLFormElement>): void => {
    const form = new FormData(event.currentTarget);
    const theme = form.get('theme');
    setState({
      width: Number(form.get('width')),
      theme: theme === 'dark' || theme === 'auto' ? theme : 'light',
      frozen: form.get('frozen') !== null,
    });
  };
  return (
    <div className="offer">
      <Choices offer={offer} state={state} take={take} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="offer-preview" tabIndex={0} aria-label="预览">
        <iframe
          ref={preview}
          src={embedPath(offer.panel, query)}
          title={offer.title}
          style={{ inlineSize: state.width, blockSize: height }}
        />
      </section>
      {SNIPPETS.map(({ key, label, write }) => (
        <Snippet key={key} name={`${offer.panel}-${key}`} label={label} text={write(embedding)} />
      ))}
    </div>
  );
}

interface ChoicesProps {
  offer: Offer;
  state: OfferState;
  take(event: FormEvent<HTMLFormElement>): void;
}

function Choices({ offer, state, take }: ChoicesProps) {
  return (
    <form action={`/embeds/${offer.panel}`} method="get" className="offer-choices" onChange={take}>
      <input type="hidden" name="accounts" value={offer.accounts.join(',')} />
      {Object.entries(offer.view).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <label>
        {LABELS.width}{' '}
        <select name="width" defaultValue={state.width}>
          {WIDTHS.map((width) => (
            <option key={width} value={width}>
              {width} 像素
            </option>
          ))}
        </select>
      </label>
      <label>
        主题{' '}
        <select name="theme" defaultValue={state.theme}>
          {Object.entries(LABELS.theme).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" name="frozen" value="1" defaultChecked={state.frozen} /> 冻结为现在的版本
      </label>
      <noscript>
        <button type="submit">更新</button>
      </noscript>
      <p className="small">
        不冻结的嵌入总是最新的数字；冻结的嵌入保持现在的文件版本，文件其后有更正时，图上会注明改了哪些数字。
      </p>
    </form>
  );
}

function Snippet({ name, label, text }: { name: string; label: string; text: string }) {
  const [done, setDone] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setDone(true);
  };
  return (
    <div className="snippet">
      <label htmlFor={name}>{label}</label>
      <textarea
        id={name}
        readOnly
        rows={text.length > 160 ? 4 : 2}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className="snippet-copy" onClick={() => copy().catch(() => undefined)}>
        {done ? '已复制' : '复制'}
      </button>
    </div>
  );
}

/** The pin of the panel as it stands, from its metadata. */
function usePin(offer: Offer, wanted: boolean, known: string | null): string | null {
  const [pin, setPin] = useState(known);
  const address = embedPath(offer.panel, queryOf(offer, null), 'metadata.json');
  useEffect(() => {
    if (!wanted || pin !== null) return;
    const ask = async (): Promise<void> => {
      const answer = await fetch(address);
      const { pin: given }: { pin?: string } = await answer.json();
      if (given !== undefined) setPin(given);
    };
    ask().catch(() => undefined);
  }, [wanted, pin, address]);
  return pin;
}

/** The preview's own height, once its frame has told it. */
function useHeight(preview: { current: HTMLIFrameElement | null }, query: string): number | undefined {
  const [height, setHeight] = useState<{ query: string; pixels: number }>();
  useEffect(() => {
    const hear = ({ data, source }: MessageEvent): void => {
      if (source !== preview.current?.contentWindow || data?.type !== 'embed-size') return;
      setHeight({ query, pixels: Number(data.height) });
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [preview, query]);
  return height?.query === query ? height.pixels : undefined;
}
