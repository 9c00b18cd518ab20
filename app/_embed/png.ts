import 'server-only';
import sharp from 'sharp';
import { Problem } from '../_answers/problem';
import type { Figure } from './figure';
import { hasChineseFont } from './fonts';

/** Above this many pixels a picture is worth no second copy in memory. */
sharp.cache(false);
sharp.concurrency(1);

/** Turns a figure into pixels. Throws where the host has no font for Chinese: a picture of empty boxes is worse than none. */
export async function rasterise({ svg }: Figure): Promise<Buffer<ArrayBuffer>> {
  if (!(await hasChineseFont()))
    throw new Problem(
      503,
      'no_chinese_font',
      '服务器没有中文字体',
      '生成 PNG 需要中文字体：请在服务器上安装 fontconfig 和一种中文黑体（Debian：apt-get install fontconfig fonts-noto-cjk）。SVG、CSV 等形式不受影响。',
    );
  const { data } = await sharp(Buffer.from(svg), { density: 72, limitInputPixels: 16_000_000 })
    .png({ compressionLevel: 9, palette: true, quality: 95 })
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(data);
}
