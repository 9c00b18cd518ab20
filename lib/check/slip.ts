/** Slips of the hand between what should stand and what is printed, by name. */
export type Slip = 'swapped' | 'point' | 'lost' | 'doubled' | 'digit';

export const SLIP_WORDS: Readonly<Record<Slip, string>> = {
  swapped: '数字颠倒',
  point: '小数点错位',
  lost: '漏了一位数字',
  doubled: '多了一位数字',
  digit: '一位数字有误',
};

/** The digits without point and without zeros at either end. */
const significant = (text: string): string => text.replace(/\D/g, '').replace(/^0+|0+$/g, '');
const without = (text: string, index: number): string => text.slice(0, index) + text.slice(index + 1);

function isSwap(one: string, other: string): boolean {
  const differing = [...one].flatMap((char, index) => (char === other[index] ? [] : [index]));
  const [first, second] = differing;
  if (differing.length !== 2 || first === undefined || second === undefined) return false;
  return one[first] === other[second] && one[second] === other[first];
}

const isLoss = (longer: string, shorter: string): boolean =>
  longer.length === shorter.length + 1 && [...longer].some((_, index) => without(longer, index) === shorter);

/** The slip that turns `expected` into `found`, both decimal text; undefined when it takes more than one. */
export function slipBetween(found: string, expected: string): Slip | undefined {
  const [have, want] = [found.replace(/^[-−]/, ''), expected.replace(/^[-−]/, '')];
  if (have === want) return undefined;
  if (significant(have) === significant(want)) return 'point';
  if (have.length === want.length && isSwap(have, want)) return 'swapped';
  if (isLoss(want, have)) return 'lost';
  if (isLoss(have, want)) return 'doubled';
  const differing = [...have].filter((char, index) => char !== want[index]).length;
  return have.length === want.length && differing === 1 ? 'digit' : undefined;
}

function swaps(digits: string): string[] {
  return [...digits].flatMap((char, index) => {
    const next = digits[index + 1];
    if (next === undefined || next === char || char === '.' || next === '.') return [];
    return [digits.slice(0, index) + next + char + digits.slice(index + 2)];
  });
}

function pointMoves(text: string): string[] {
  const [whole = '', fraction = ''] = text.split('.');
  const digits = whole + fraction;
  return [-2, -1, 1, 2].flatMap((step) => {
    const at = whole.length + step;
    if (at <= 0 || at > digits.length) return [];
    return [at === digits.length ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`];
  });
}

/** The values from which one slip makes the printed text: digits swapped, a point moved, a digit doubled. */
export function slipsOf(text: string): string[] {
  const doubled = [...text].flatMap((char, index) => (char === '.' ? [] : [without(text, index)]));
  const candidates = [...swaps(text), ...pointMoves(text), ...doubled];
  return [...new Set(candidates)].filter((value) => value !== text && /^\d+(\.\d+)?$/.test(value));
}

const DIGITS = [...'0123456789'];

/** The values from which one slip of a digit makes the printed text: a digit of the whole part lost, or one digit wrong. */
export function digitSlipsOf(text: string): string[] {
  const whole = text.split('.')[0]?.length ?? 0;
  const lost = Array.from({ length: whole + 1 }, (_, at) =>
    DIGITS.map((digit) => text.slice(0, at) + digit + text.slice(at)),
  );
  const wrong = [...text].map((char, at) =>
    char === '.' ? [] : DIGITS.map((digit) => text.slice(0, at) + digit + text.slice(at + 1)),
  );
  const candidates = [...lost.flat(), ...wrong.flat()];
  return [...new Set(candidates)].filter((value) => value !== text && /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value));
}
