import { type Draft, defineCheck } from '../draft';
import { editDistance } from '../names/spelling';
import { sentencesOf } from '../sentences';
import { around } from './found';

const ORGAN = /(局|委|办|院|校|中心|会|站|队|所|厅|部|处|室|园|馆|政府|街道|镇|乡)$/;

/** The name behind its place names: of two short names that differ in a character, both may be real (民政局, 财政局). */
const coreOf = (name: string): string => name.replace(/^.{2,9}?(省|市|县|区|旗|州)(?=.{3})/, '').replace(ORGAN, '');

const sameCharacters = (one: string, other: string): boolean => [...one].sort().join('') === [...other].sort().join('');

/** Stretches of the text that miss the name by a character, or have two of them swapped. */
function variants(text: string, name: string): { found: string; index: number }[] {
  const masked = text.replaceAll(name, '\u0000'.repeat(name.length));
  for (let index = 0; index < masked.length; index++) {
    if (masked[index] !== name[0]) continue;
    for (const length of [name.length, name.length - 1, name.length + 1]) {
      const window = masked.slice(index, index + length);
      if (window.length < length || window.includes('\u0000') || !window.endsWith(name.slice(-1))) continue;
      const distance = editDistance(window, name, 2);
      if (distance === 1 || (distance === 2 && sameCharacters(window, name))) return [{ found: window, index }];
    }
  }
  return [];
}

/** The body's own name, printed otherwise somewhere in the document. */
export const bodyName = defineCheck(
  {
    id: 'P-07',
    title: '单位名称前后一致',
    formula: '正文、自评表中的本部门名称 = 标题中的名称',
    kind: 'wording',
    source: '同一文件前后一致',
    severity: 'warning',
  },
  ({ reading }) => {
    const name = reading.document.department;
    if (!name || !ORGAN.test(name) || coreOf(name).length < 4) return [];
    const texts = [
      ...sentencesOf(reading).map(({ text, place }) => ({ text, place })),
      ...reading.performance
        .filter(({ kind }) => kind === 'department')
        .map(({ subject, place }) => ({ text: subject.replace(/\s/g, ''), place })),
    ];
    return texts.flatMap(({ text, place }): Draft[] =>
      variants(text, name).map(({ found, index }) => ({
        message: `“${around(text, index, found.length)}”中的“${found}”与标题中的单位名称“${name}”不一致`,
        places: [place],
        expected: name,
        found,
        suggestion: { place, printed: found, value: name, why: '单位名称前后应一致' },
      })),
    );
  },
);
