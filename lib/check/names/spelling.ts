/** A heading's name for comparing: no white space, brackets, marks or level, one width, no closing 支出. */
export const spelled = (name: string): string =>
  name
    .replace(/\s+/g, '')
    .replace(/[（(](类|款|项)[）)]/g, '')
    .replace(/[（()）“”"'、，,．.·：:]/g, '')
    .replace(/支出$/, '');

/** Characters to insert, delete or replace (Levenshtein); stops counting above `limit`. */
export function editDistance(one: string, other: string, limit = 4): number {
  const [left, right] = [[...one], [...other]];
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let row = right.map((_, index) => index + 1);
  for (const [at, char] of left.entries()) {
    let [corner, before] = [at, at + 1];
    row = row.map((above, index) => {
      const cost = Math.min(above + 1, before + 1, corner + (char === right[index] ? 0 : 1));
      corner = above;
      before = cost;
      return cost;
    });
  }
  return row.at(-1) ?? left.length;
}

/** A slip of the pen: one or two characters of a name of some length. */
export function isNearMiss(printed: string, right: string): boolean {
  const [one, other] = [spelled(printed), spelled(right)];
  const distance = editDistance(one, other);
  return distance > 0 && distance <= (Math.max(one.length, other.length) < 5 ? 1 : 2);
}
