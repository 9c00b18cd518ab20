import { Problem, quoted } from '../_answers/problem';

/** The size of an image in pixels; a side that is not asked for follows from the other and the content. */
export interface Size {
  width: number | null;
  height: number | null;
}

export const ASPECT = { min: 0.5, max: 2 } as const;
export const MOST_PIXELS = 12_000_000;
const SIDE = { min: 100, max: 6000 } as const;
export const DEFAULT_SIZE = { width: 850, height: 600 } as const;
/** Cards of social networks. */
const PRESETS: Readonly<Record<string, Size>> = { social: { width: 1200, height: 630 } };

interface Asked {
  width?: string;
  height?: string;
  preset?: string;
}

const badSize = (parameter: string, detail: string): Problem =>
  new Problem(400, 'bad_size', '图片尺寸不合', detail, { parameter });

function sideOf(parameter: 'width' | 'height', text: string | undefined): number | null {
  if (text === undefined) return null;
  const side = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(side >= SIDE.min && side <= SIDE.max))
    throw badSize(parameter, `参数 ${parameter} 应为 ${SIDE.min} 至 ${SIDE.max} 的整数，而不是${quoted(text)}。`);
  return side;
}

export function readSize({ width: wide, height: high, preset }: Asked): Size {
  if (preset !== undefined) {
    const found = Object.hasOwn(PRESETS, preset) ? PRESETS[preset] : undefined;
    if (!found) throw badSize('preset', `没有${quoted(preset)}这种尺寸，可用 ${Object.keys(PRESETS).join('、')}。`);
    if (wide === undefined && high === undefined) return found;
    throw badSize('preset', '参数 preset 不与 width、height 同用。');
  }
  const size = { width: sideOf('width', wide), height: sideOf('height', high) };
  if (size.width !== null && size.height !== null) checkSides(size.width, size.height);
  return size;
}

function checkSides(width: number, height: number): void {
  const aspect = width / height;
  if (aspect < ASPECT.min || aspect > ASPECT.max)
    throw badSize('width', `宽与高之比应在 ${ASPECT.min} 与 ${ASPECT.max} 之间，${width}×${height} 不在其中。`);
  if (width * height > MOST_PIXELS)
    throw badSize('width', `图片不能超过 ${MOST_PIXELS / 10_000} 万像素：${width}×${height}。`);
}
