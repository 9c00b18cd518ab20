/**
 * What runs inside a frame, if scripts run: tooltips at once instead of the browser's slow ones, and messages of the content's
 * height in the three forms in wide use, sent only when it changes. Self-contained: it travels as text.
 */
export function frameScript(): void {
  const content = document.getElementById('content');
  if (!content) return;
  const [, panel = ''] = /\/embed\/([^/]*)$/.exec(location.pathname) ?? [];
  let told = 0;
  const tell = (): void => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === told || parent === window) return;
    told = height;
    parent.postMessage({ 'datawrapper-height': { [panel]: height } }, '*');
    parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
    parent.postMessage(JSON.stringify({ src: location.href, context: 'iframe.resize', height }), '*');
  };
  new ResizeObserver(tell).observe(content);

  const texts = new WeakMap<Element, string>();
  for (const title of content.querySelectorAll('figure title')) {
    if (title.parentElement) texts.set(title.parentElement, title.textContent ?? '');
    title.remove();
  }
  const tip = document.createElement('div');
  tip.id = 'tip';
  tip.hidden = true;
  document.body.append(tip);
  const show = (event: PointerEvent): void => {
    const text = event.target instanceof Element ? texts.get(event.target) : undefined;
    tip.hidden = text === undefined;
    if (text === undefined) return;
    tip.textContent = text;
    const { width, height } = tip.getBoundingClientRect();
    const left = Math.min(event.clientX + 12, document.documentElement.clientWidth - width - 4);
    const above = event.clientY - height - 10;
    tip.style.left = `${Math.max(4, left)}px`;
    tip.style.top = `${above > 4 ? above : event.clientY + 16}px`;
  };
  content.addEventListener('pointermove', show);
  content.addEventListener('pointerdown', show);
  content.addEventListener('pointerleave', () => {
    tip.hidden = true;
  });
}
