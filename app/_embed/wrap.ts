/** Width of text in em, as drawing programs set it: an ideograph is one, Latin letters and digits little more than half. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const letter of text) ems += /[ -\u024f\u2212]/.test(letter) ? 0.58 : 1;
  return ems;
}

/** Breaks text into lines of at most so many em, between ideographs and at spaces. */
export function wrapText(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[\w.,%+−-]+|\s+|./gu) ?? []) {
    if (line !== '' && emsOf(line + word) > ems && !/^[，。；：、）]/.test(word)) {
      lines.push(line.trimEnd());
      line = word.trimStart();
    } else line += word;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
