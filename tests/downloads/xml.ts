/** An element of a document without mixed content. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

function plain(text: string): string {
  if (/[<>]/.test(text)) throw new Error(`bare angle bracket: ${text}`);
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const one = whole.endsWith(';') ? ENTITIES[name] : undefined;
    if (one === undefined) throw new Error(`unknown entity: ${whole}`);
    return one;
  });
}

/** Reads XML as strictly as it is well formed: tags must match, attributes be quoted, entities known. */
export function parseXml(source: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const body = source.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '');
  if (body === source) throw new Error('no declaration');
  for (const [, text = '', end, name, attributes = '', empty] of body.matchAll(
    /([^<]*)<(?:\/([\w:]+)|([\w:]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?))>/gy,
  )) {
    const current = open.at(-1);
    if (current) current.text += plain(text);
    if (end !== undefined) {
      if (current?.name !== end) throw new Error(`</${end}> within ${current?.name}`);
      open.pop();
      continue;
    }
    const element: Element = { name: name ?? '', attributes: {}, children: [], text: '' };
    for (const [, key = '', value = ''] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g))
      element.attributes[key] = plain(value);
    current?.children.push(element);
    if (empty !== '/') open.push(element);
  }
  const [document] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || !document) throw new Error('unbalanced');
  if (body.lastIndexOf('>') !== body.trimEnd().length - 1) throw new Error('text after the end');
  return document;
}

export const childrenOf = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name);

export const textOf = (element: Element, name: string): string => childrenOf(element, name)[0]?.text ?? '';
