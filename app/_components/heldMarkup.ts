interface Held {
  html: string;
  /** in ms of the clock */
  since: number;
}

/** What nobody has fetched by then is not fetched any more: its request asked for no HTML or was given up. */
const LIFETIME = 60_000;

/** Server components and the renderer of HTML are bundled apart and share nothing but the process. */
const shared: typeof globalThis & { juesuanMarkup?: { next: number; held: Map<string, Held> } } = globalThis;

function store() {
  shared.juesuanMarkup ??= { next: 0, held: new Map() };
  return shared.juesuanMarkup;
}

/** Lays markup down for the renderer of HTML; the answer is the id it is fetched by. */
export function holdMarkup(html: string): string {
  const { held } = store();
  const now = Date.now();
  for (const [id, { since }] of held) {
    if (now - since < LIFETIME) break;
    held.delete(id);
  }
  const id = `markup-${store().next++}`;
  held.set(id, { html, since: now });
  return id;
}

/** Fetches markup once. */
export function takeMarkup(id: string): string {
  const { held } = store();
  const found = held.get(id);
  if (!found) throw new Error(`no markup held: ${id}`);
  held.delete(id);
  return found.html;
}
