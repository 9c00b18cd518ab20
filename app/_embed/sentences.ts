import type { Correction } from './correction';
import type { Language } from './request';
import type { Verdict } from './verdict';

const listed = (parts: readonly string[], lang: Language): string => parts.join(lang === 'en' ? ', ' : '、');

const FIGURES = [
  [
    'disputed',
    (n: number) => `${n} 个与其他公布数矛盾（疑）`,
    (n: number) => `${n} in contradiction with other printed figures`,
  ],
  [
    'adopted',
    (n: number) => `${n} 个是几处不一致中的采用数（采）`,
    (n: number) => `${n} adopted among printed figures that disagree`,
  ],
  ['derived', (n: number) => `${n} 个由公布数推得（推）`, (n: number) => `${n} derived from printed figures`],
  ['computed', (n: number) => `${n} 个为计算数`, (n: number) => `${n} computed`],
  ['missing', (n: number) => `${n} 个空缺`, (n: number) => `${n} missing`],
] as const;

const RELATIONS = [
  ['contradiction', (n: number) => `${n} 条不成立`, (n: number) => `${n} do not`],
  ['rounding', (n: number) => `${n} 条在四舍五入之内成立`, (n: number) => `${n} hold within rounding`],
  ['exact', (n: number) => `${n} 条完全成立`, (n: number) => `${n} hold exactly`],
  ['not_checkable', (n: number) => `${n} 条无从核对`, (n: number) => `${n} cannot be checked`],
] as const;

const BLAMED_ELSEWHERE: Readonly<Record<Language, string>> = {
  zh: '不成立的关系中，可疑的是其他数字。',
  en: 'Where relations fail, the figure in doubt is another one.',
};

/** `与所示数字有关的勾稽关系 57 条：…` and how the figures came about. */
export function verdictSentences({ figures, relations, blamed }: Verdict, lang: Language): string[] {
  const english = lang === 'en';
  const { disputed: _disputed, ...statuses } = figures;
  const total = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  const parts = FIGURES.flatMap(([key, zh, en]) => (figures[key] > 0 ? [(english ? en : zh)(figures[key])] : []));
  const about =
    parts.length === 0
      ? english
        ? `All ${total} figures are as printed.`
        : `所示 ${total} 个数字均为公布数。`
      : english
        ? `Of ${total} figures ${listed(parts, lang)}; the others are as printed.`
        : `所示 ${total} 个数字中，${listed(parts, lang)}，其余为公布数。`;
  if (relations === null) return [about, english ? 'Not checked yet.' : '尚未核对。'];
  const counted = Object.values(relations).reduce((sum, count) => sum + count, 0);
  if (counted === 0)
    return [about, english ? 'No accounting relation involves them.' : '没有勾稽关系涉及这些数字，无从核对。'];
  const held = RELATIONS.flatMap(([key, zh, en]) => (relations[key] > 0 ? [(english ? en : zh)(relations[key])] : []));
  return [
    about,
    english
      ? `Of ${counted} accounting relations they take part in, ${listed(held, lang)}.`
      : `它们所在的 ${counted} 条勾稽关系中，${listed(held, lang)}。`,
    ...(relations.contradiction > 0 && figures.disputed === 0 && blamed === 0 ? [BLAMED_ELSEWHERE[lang]] : []),
  ];
}

export const verdictWord = ({ state }: Verdict, lang: Language): string =>
  ({
    consistent: { zh: '相互一致', en: 'Consistent' },
    contradictory: { zh: '有矛盾', en: 'Contradictory' },
    not_checkable: { zh: '无从核对', en: 'Not checkable' },
    not_checked: { zh: '尚未核对', en: 'Not checked' },
  })[state][lang];

/** What happened since, in one sentence. */
export function correctionSentence({ kind, shows, date, changes }: Correction, lang: Language): string {
  const count = changes.length;
  if (kind === 'reading')
    return lang === 'en'
      ? 'The same document has been read anew since this chart was frozen: the figures shown are the present reading.'
      : '本图冻结之后，同一份文件经重新读取，所示为现在的读数，与冻结时不尽相同。';
  const day = date === null ? '' : lang === 'en' ? ` (${date})` : `（${date} 载入）`;
  if (shows === 'old')
    return lang === 'en'
      ? `This chart is frozen. A newer document${day} changes ${count} of its figures:`
      : `本图已冻结。其后部门公布了更正的文件${day}，所示数字有 ${count} 处已改：`;
  return lang === 'en'
    ? `The department published a corrected document${day}; ${count} figures here are not what they were:`
    : `部门公布过更正的文件${day}，本图有 ${count} 处数字与更正前不同：`;
}
