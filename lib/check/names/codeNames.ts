import type { Severity } from '../../findings';
import type { CheckContext } from '../check';
import { type Draft, defineCheck } from '../draft';
import { type CodeList, codesNamed, economicList, functionalList, type KnownName, knownNames } from './known';
import { FUNCTIONAL, type NamedCode, narrativeCodes, statementCodes } from './namedCodes';
import { isNearMiss, spelled } from './spelling';

const WHERE = { statement: '表中', narrative: '文字说明中' } as const;

function draftOf(
  named: NamedCode,
  message: string,
  severity: Severity,
  right: KnownName | undefined,
  why: string,
): Draft {
  const [place] = named.places;
  return {
    severity,
    message,
    places: named.places,
    expected: right?.name ?? null,
    found: named.name,
    suggestion: place && right ? { place, printed: named.name, value: right.name, why } : null,
  };
}

/** Names are only as good as the list; one the document itself prints elsewhere for the code is as good as found. */
const isFirm = (right: KnownName, named: NamedCode, all: readonly NamedCode[]): boolean =>
  right.confidence === 'found' ||
  all.some((other) => other !== named && other.code === named.code && spelled(other.name) === spelled(right.name));

function wrongName(named: NamedCode, list: CodeList, right: KnownName, all: readonly NamedCode[]): Draft {
  const known = knownNames(list, named.code);
  const miss = known.find(({ name }) => isNearMiss(named.name, name));
  const best = miss ?? right;
  const others = codesNamed(list, named.name).filter((code) => code !== named.code && code.length <= 7);
  const parent = others.find((code) => named.code.startsWith(code));
  const whose = parent ?? (others.length === 1 ? others[0] : undefined);
  const why = whose ? `“${named.name}”是 ${whose} 的名称` : miss ? '只差一两个字，疑为笔误' : '与目录不同';
  const doubt = isFirm(best, named, all) ? '' : '（目录名称凭记忆，仅供参考）';
  const severity = isFirm(best, named, all) ? 'warning' : 'note';
  const message = `${WHERE[named.where]}科目 ${named.code} 写作“${named.name}”，目录名称为“${best.name}”，${why}${doubt}`;
  return draftOf(named, message, severity, best, why);
}

function formerName(named: NamedCode, list: CodeList, former: KnownName, year: number | null): Draft[] {
  const [current] = knownNames(list, named.code);
  const ended = former.until !== null && year !== null && year > former.until;
  if (!current || !ended || spelled(current.name) === spelled(former.name)) return [];
  const message = `${WHERE[named.where]}科目 ${named.code} 写作“${named.name}”，是 ${former.until} 年及以前的名称，现为“${current.name}”`;
  return [draftOf(named, message, 'note', current, '沿用了旧名称')];
}

function isCutOff(printed: string, name: string): boolean {
  const [one, other] = [spelled(printed), spelled(name)];
  return one.length >= 4 && other.length > one.length && other.startsWith(one) && one.length * 2 > other.length;
}

function inspect(named: NamedCode, list: CodeList, context: CheckContext, all: readonly NamedCode[]): Draft[] {
  const known = knownNames(list, named.code);
  const [right] = known;
  if (!right) return [];
  const same = known.filter(({ name }) => spelled(name) === spelled(named.name));
  if (same.includes(right)) return [];
  const former = same.find(({ until }) => until !== null) ?? same[0];
  if (former) return formerName(named, list, former, context.reading.document.fiscalYear);
  if (right.confidence === 'uncertain' && !known.some(({ name }) => isNearMiss(named.name, name))) return [];
  const cut = known.find(({ name }) => isCutOff(named.name, name));
  if (cut) {
    const message = `${WHERE[named.where]}科目 ${named.code} 的名称“${named.name}”不全，目录名称为“${cut.name}”`;
    return [draftOf(named, message, 'note', cut, '名称不全')];
  }
  return [wrongName(named, list, right, all)];
}

/** The name belongs to the code in the lists of 支出功能分类 and 支出经济分类. */
export const codeNames = defineCheck(
  {
    id: 'N-25',
    title: '科目名称与编码相符',
    formula: '科目名称 = 当年目录中该编码的名称（支出功能分类、支出经济分类）',
    kind: 'name against code',
    source: '《政府收支分类科目》；公开规则 R002',
    severity: 'warning',
  },
  (context) => {
    const functional = [...statementCodes(context.reading, FUNCTIONAL), ...narrativeCodes(context.reading)];
    const economic = statementCodes(context.reading, ['general_budget_basic_expenditure']);
    return [
      ...functional.flatMap((named) => inspect(named, functionalList(context.reference), context, functional)),
      ...economic.flatMap((named) => inspect(named, economicList(context.reference), context, economic)),
    ];
  },
);
