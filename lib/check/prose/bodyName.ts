import { type Draft, defineCheck } from '../draft';
import { editDistance } from '../names/spelling';
import { sentencesOf } from '../sentences';
import { around } from './found';

const ORGAN = /(局|委|办|院|校|中心|会|站|队|所|厅|部|处|室|园|馆|政府|街道|镇|乡)$/;

/** Stretches of the text that miss the name by a character or two. */
function variants(text: string, name: string): { found: string; index: number }[] {
  const limit = name.length >= 8 ? 2 : 1;
  const masked = text.replaceAll(name, '\u0000'.repeat(name.length));
  const hits: { found: string; index: number; distance: number }[] = [];
  for (let index = 0; index < masked.length; index++)
    for (const length of [name.length, name.length - 1, name.length + 1]) {
      const window = masked.slice(index, index + length);
      if (
        window.length < length ||
        window.includes('\u0000') ||
        window[0] !== name[0] ||
        !window.endsWith(name.slice(-1))
      )
        continue;
      const distance = editDistance(window, name, limit);
      if (distance > 0 && distance <= limit) hits.push({ found: window, index, distance });
    }
  return hits.sort((one, other) => one.distance - other.distance).slice(0, 1);
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
    if (!name || name.length < 6 || !ORGAN.test(name)) return [];
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
