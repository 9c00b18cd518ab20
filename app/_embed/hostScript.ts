/**
 * What a portal's page runs to let our frames be as high as their content. It listens to nobody but frames of this script's own
 * origin below /embed/. Self-contained: it travels as text.
 */
export function hostScript(): void {
  const own = document.currentScript instanceof HTMLScriptElement ? new URL(document.currentScript.src).origin : '';
  addEventListener('message', (event) => {
    const { data, origin, source } = event;
    if (origin !== own || typeof data !== 'object' || data === null || data.type !== 'embed-size') return;
    const height = Math.ceil(Number(data.height));
    if (!(height > 0 && height < 20000)) return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source && frame.src.startsWith(`${own}/embed/`)) frame.style.height = `${height}px`;
  });
}
