import type { Chance } from './chance';

type Slip = (printed: string) => string;

/** Two neighbouring digits change places, as in 1705.63 for 1075.63. */
function transposed(printed: string, chance: Chance): string {
  const digits = [...printed];
  const places = digits.flatMap((digit, index) => {
    const next = digits[index + 1] ?? '';
    return /\d/.test(digit) && /\d/.test(next) && digit !== next && !(index === 0 && next === '0') ? [index] : [];
  });
  if (places.length === 0) return `${printed.slice(0, -1)}${(Number(printed.slice(-1)) + 3) % 10}`;
  const at = chance.pick(places);
  [digits[at], digits[at + 1]] = [digits[at + 1] ?? '', digits[at] ?? ''];
  return digits.join('');
}

/** A digit too much, too little, or another one. */
function mistyped(printed: string, chance: Chance): string {
  const digits = [...printed];
  const places = digits.flatMap((digit, index) => (/\d/.test(digit) ? [index] : []));
  const at = chance.pick(places);
  digits[at] = String((Number(digits[at]) + chance.whole(1, 8)) % 10);
  const text = digits.join('');
  return /^0\d/.test(text) ? `1${text.slice(1)}` : text;
}

/** The point one place to the left. */
const shifted = (printed: string): string => {
  const [whole = '', fraction] = printed.split('.');
  return fraction === undefined || whole.length < 2
    ? `${printed}0`
    : `${whole.slice(0, -1)}.${whole.slice(-1)}${fraction}`;
};

const SLIPS: readonly ((printed: string, chance: Chance) => string)[] = [transposed, transposed, mistyped, shifted];

/** So many accounts print a figure that contradicts others. */
const FAULTY = 0.14;
/** A usual account prints about so many numbers. */
const NUMBERS = 320;

/** Which numbers of a document slip, by their order in it; none in most documents. */
export function slipsOf(chance: Chance): Map<number, Slip> {
  if (!chance.is(FAULTY)) return new Map();
  const count = chance.is(0.75) ? 1 : chance.whole(2, 4);
  return new Map(
    Array.from({ length: count }, () => {
      const slip = chance.pick(SLIPS);
      const own = chance.of(chance.next());
      return [chance.whole(0, NUMBERS), (printed: string) => slip(printed, own)];
    }),
  );
}
