/** Markup as text; everything else that is put into markup is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** For text and attributes of HTML and XML; control characters that XML forbids are left out. */
export const escapeText = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

function write(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (piece === null || piece === undefined || piece === false) return '';
  return typeof piece === 'object' ? piece.map(write).join('') : escapeText(String(piece));
}

/** Markup from a template: pieces are escaped unless they are markup themselves; lists are joined. */
export const html = (parts: TemplateStringsArray, ...pieces: Piece[]): Html =>
  new Html(parts.map((part, at) => part + (at < pieces.length ? write(pieces[at]) : '')).join(''));
