import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ReadError } from '../../lib/read/errors';
import { readText } from '../../lib/read/text';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: (number | string)[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) => (typeof value === 'number' ? [value] : [...value].map((one) => one.charCodeAt(0)))),
  );
const utf16 = (text: string, bigEndian = false): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((one) => {
      const code = one.charCodeAt(0);
      return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
/** 收入决算表 / 合计 → 1.00 in GB18030 */
const GB = bytes(
  0xca,
  0xd5,
  0xc8,
  0xeb,
  0xbe,
  0xf6,
  0xcb,
  0xe3,
  0xb1,
  0xed,
  0x0a,
  0xba,
  0xcf,
  0xbc,
  0xc6,
  0x09,
  '1.00',
);
const TEXT = '收入决算表\n合计\t1.00';

const blocksOf = (input: Uint8Array) => readText(input, 'a.txt').sections.flatMap((section) => section.blocks);

describe('plain text becomes a document model', () => {
  it('keeps the line of every paragraph and the line and cell of every cell', () => {
    const blocks = blocksOf(utf8('标题\n\n甲\t1\n乙\t\t2 \n\n丙\t3\n尾'));
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'grid', 'grid', 'paragraph']);
    const [, grid] = blocks;
    const cells =
      grid?.kind === 'grid'
        ? grid.rows.map((row) => row.cells.map((cell) => [cell.text, cell.place.line, cell.place.cell]))
        : [];
    expect(cells).toEqual([
      [
        ['甲', 3, 0],
        ['1', 3, 1],
      ],
      [
        ['乙', 4, 0],
        ['', 4, 1],
        ['2 ', 4, 2],
      ],
    ]);
    const last = blocks.at(-1);
    expect(last?.kind === 'paragraph' && last.place.line).toBe(7);
  });

  it.each([
    ['CRLF', utf8(TEXT.replace('\n', '\r\n'))],
    ['CR', utf8(TEXT.replace('\n', '\r'))],
    ['a byte order mark', utf8(`\ufeff${TEXT}`)],
    ['UTF-16 little endian with a mark', bytes(0xff, 0xfe, ...utf16(TEXT))],
    ['UTF-16 big endian with a mark', bytes(0xfe, 0xff, ...utf16(TEXT, true))],
    ['UTF-16 little endian without', utf16(TEXT)],
    ['UTF-16 big endian without', utf16(TEXT, true)],
    ['GB18030', GB],
    ['UTF-8 cut in the middle of its last character', bytes(...utf8(TEXT), 0xe5, 0x85)],
  ])('%s', (_, input) => {
    const [title, grid] = blocksOf(input);
    expect(title?.kind === 'paragraph' && title.text).toBe('收入决算表');
    expect(grid?.kind === 'grid' && grid.rows[0]?.cells[0]?.text).toBe('合计');
    expect(grid?.kind === 'grid' && grid.rows[0]?.cells[1]?.text.startsWith('1.00')).toBe(true);
    expect(grid?.kind === 'grid' && grid.rows[0]?.place.line).toBe(2);
  });
});

describe('what is no plain text is refused by name and cause', () => {
  it.each([
    ['empty_file', new Uint8Array(), '空文件'],
    ['empty_file', utf8(' \n\t\n\u3000'), '空白'],
    ['unsupported_format', utf8('%PDF-1.7\n%…'), 'PDF'],
    ['unsupported_format', bytes('PK', 3, 4, 'word/document.xml'), 'Word'],
    ['unsupported_format', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'Office'],
    ['unsupported_format', utf8('{\\rtf1\\ansi'), 'RTF'],
    ['unsupported_format', bytes(0x89, 'PNG\r\n'), '图片'],
    ['html_page', utf8('<!DOCTYPE html><html><body>决算</body></html>'), '网页'],
    ['html_page', utf8('\n<html lang="zh"><table><tr><td>1'), '网页'],
    ['not_text', Uint8Array.from({ length: 4096 }, (_, index) => (index * 97 + (index >> 3)) % 256), '不是文本'],
    ['too_large', new Uint8Array(65 * 1024 * 1024), '上限'],
    ['too_large', utf8(`甲${'\t'.repeat(800_000)}\n`.repeat(4)), '格'],
    ['too_large', utf8('一\n'.repeat(1_000_000)), '行的上限'],
    ['too_large', utf8('字'.repeat(1_000_001)), '第 1 行'],
  ])('%s', (code, input, cause) => {
    let error: unknown;
    try {
      readText(input, '某局.txt');
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ReadError);
    expect(error).toMatchObject({ code });
    expect((error as ReadError).message).toContain('某局.txt');
    expect((error as ReadError).message).toContain(cause);
  });

  it('takes the host for a file of real zip bytes, not of its name', () => {
    const gzip = execFileSync('node', ['-e', "process.stdout.write(require('node:zlib').gzipSync('决算'))"]);
    expect(() => readText(gzip, 'a.txt')).toThrow(/gzip/);
  });
});
