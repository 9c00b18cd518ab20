import { placeAt } from '../place';
import type { Block, DocumentModel, Grid } from './document';
import { ReadError } from './errors';

/** An account is a few hundred kilobytes; these bounds only keep a mistaken file from exhausting the machine. */
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_LINES = 400_000;
const MAX_CELLS = 3_000_000;
const MAX_LINE = 1_000_000;

const FORMATS: readonly (readonly [magic: string, name: string])[] = [
  ['%PDF-', 'PDF 文件'],
  ['PK\x03\x04', 'Word、Excel（OOXML）或 ZIP 文件'],
  ['PK\x05\x06', 'ZIP 文件'],
  ['\xd0\xcf\x11\xe0', '旧版 Office 文件（.doc、.xls）'],
  ['{\\rtf', 'RTF 文件'],
  ['\x89PNG', '图片（PNG）'],
  ['\xff\xd8\xff', '图片（JPEG）'],
  ['GIF8', '图片（GIF）'],
  ['BM\x00', '图片（BMP）'],
  ['II*\x00', '图片（TIFF）'],
  ['MM\x00*', '图片（TIFF）'],
  ['\x1f\x8b', '压缩文件（gzip）'],
  ['Rar!', '压缩文件（RAR）'],
  ["7z\xbc\xaf'\x1c", '压缩文件（7z）'],
];

/** Characters hardly any page of such a document can do without; they tell a right decoding from a wrong one. */
const COMMON = /[的年度支出收入决算部门预合计财政费用元与经项目一、。，]/g;

const score = (text: string): number => (text.slice(0, 200_000).match(COMMON) ?? []).length;
const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes to text: a byte order mark decides, then valid UTF-8, then whichever encoding yields readable Chinese. */
function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const hasNul = bytes.subarray(0, 65_536).includes(0);
  if (!hasNul && isUtf8(bytes)) return decode(bytes, 'utf-8');
  const encodings = hasNul ? ['utf-16le', 'utf-16be', 'utf-8'] : ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];
  const head = bytes.subarray(0, 262_144);
  const scored = encodings.map((encoding) => ({ encoding, points: score(decode(head, encoding)) }));
  const best = scored.reduce((one, other) => (other.points > one.points ? other : one));
  return decode(bytes, best.encoding);
}

/** Control characters and undecodable bytes; a few are stains of a conversion, many are a binary file. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 200_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const foreign = (head.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g) ?? []).length;
  return foreign > 8 && foreign > head.length / 50;
}

const isHtml = (text: string): boolean =>
  /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)?<(!doctype\s+html|html|head|body|meta|table|div)\b/i.test(
    text.slice(0, 4000),
  );

function refuseForeign(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) throw new ReadError('empty_file', `“${file}”是空文件，没有内容可读`);
  if (bytes.length > MAX_BYTES)
    throw new ReadError(
      'too_large',
      `“${file}”有 ${Math.ceil(bytes.length / 1048576)} MB，超过 ${MAX_BYTES / 1048576} MB 的上限，不像一份部门决算`,
    );
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const format = FORMATS.find(([magic]) => head.startsWith(magic)) ?? (head.includes('%PDF-') ? FORMATS[0] : undefined);
  if (format)
    throw new ReadError(
      'unsupported_format',
      `“${file}”是${format[1]}，目前只能读取纯文本，请先转换为文本（表格用制表符分列）`,
    );
}

/** Lines of a text as every place counts them. */
export const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** The cells of a line: parted by tabs, or ruled with | on both sides. */
function cellsOf(text: string): string[] {
  if (text.includes('\t')) return text.split('\t');
  const ruled = text.trim();
  if (!ruled.startsWith('|') || !ruled.endsWith('|') || ruled.length < 3) return [text];
  return ruled.slice(1, -1).split('|');
}

/** A line drawn below the heads of a ruled table. */
const isRule = (text: string): boolean => /^\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*$/.test(text);

function blocksOf(lines: readonly string[], file: string): Block[] {
  if (lines.length > MAX_LINES)
    throw new ReadError('too_large', `“${file}”有 ${lines.length} 行，超过 ${MAX_LINES} 行的上限，不像一份部门决算`);
  const blocks: Block[] = [];
  let grid: Grid | undefined;
  let cells = 0;
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    const text = raw.replace(/\f/g, '');
    if (text.length > MAX_LINE)
      throw new ReadError('too_large', `“${file}”第 ${line} 行长达 ${text.length} 字，不像一份部门决算`);
    if (isRule(text)) continue;
    const texts = cellsOf(text);
    if (texts.length < 2) {
      grid = undefined;
      if (text.trim() !== '') blocks.push({ kind: 'paragraph', text, place: placeAt(line) });
      continue;
    }
    cells += texts.length;
    if (cells > MAX_CELLS) throw new ReadError('too_large', `“${file}”的表格超过 ${MAX_CELLS} 格，不像一份部门决算`);
    if (!grid) {
      grid = { kind: 'grid', rows: [] };
      blocks.push(grid);
    }
    grid.rows.push({ cells: texts.map((text, cell) => ({ text, place: placeAt(line, cell) })), place: placeAt(line) });
  }
  return blocks;
}

/** The text of a plain text file; throws ReadError for anything else, naming the file and the cause. */
export function textOf(bytes: Uint8Array, file: string): string {
  refuseForeign(bytes, file);
  const text = decodeText(bytes).replace(/^\ufeff/, '');
  if (text.trim() === '') throw new ReadError('empty_file', `“${file}”里只有空白，没有内容可读`);
  if (isHtml(text)) throw new ReadError('html_page', `“${file}”是网页（HTML），目前只能读取纯文本，请另存为文本`);
  if (isBinary(text)) throw new ReadError('not_text', `“${file}”不是文本文件，内容无法识别`);
  return text;
}

/** Plain text → document model: lines with a tab are rows, consecutive rows a grid, other lines that are not blank paragraphs. */
export function readText(bytes: Uint8Array, file: string): DocumentModel {
  const blocks = blocksOf(splitLines(textOf(bytes, file)), file);
  return { mediaType: 'text/plain', sections: [{ page: null, sheet: null, blocks }] };
}
