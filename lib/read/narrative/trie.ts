/** Words by their characters, for longest matches. */
export class Trie<Value> {
  private readonly next = new Map<string, Trie<Value>>();
  private value: Value | undefined;

  add(word: string, value: Value): void {
    let node: Trie<Value> = this;
    for (const char of word) {
      let child = node.next.get(char);
      if (!child) {
        child = new Trie<Value>();
        node.next.set(char, child);
      }
      node = child;
    }
    node.value ??= value;
  }

  /** The longest word that starts at `from`. */
  match(text: string, from: number): { value: Value; end: number } | undefined {
    let node: Trie<Value> | undefined = this;
    let best: { value: Value; end: number } | undefined;
    for (let index = from; node; index++) {
      if (node.value !== undefined && index > from) best = { value: node.value, end: index };
      const char = text[index];
      if (char === undefined) break;
      node = node.next.get(char);
    }
    return best;
  }
}

/** All words of a pattern: `公务接待{费|}{支出|}` is four words. Braces nest. */
export function expand(pattern: string): string[] {
  const open = pattern.indexOf('{');
  if (open < 0) return [pattern];
  let depth = 0;
  const cuts = [open];
  let close = open;
  for (; close < pattern.length; close++) {
    const char = pattern[close];
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) break;
    else if (char === '|' && depth === 1) cuts.push(close);
  }
  cuts.push(close);
  const tails = expand(pattern.slice(close + 1));
  const choices = cuts.slice(0, -1).flatMap((cut, index) => expand(pattern.slice(cut + 1, cuts[index + 1])));
  return choices.flatMap((choice) => tails.map((tail) => pattern.slice(0, open) + choice + tail));
}
