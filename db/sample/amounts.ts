import type { Chance } from './chance';
import type { SampleCodes } from './codes';
import type { SampleDepartment } from './departments';

/** 分 */
type Fen = number;

export interface Spent {
  basic: Fen;
  project: Fen;
}

/** What a made-up department received and spent in a year; everything adds up to the 分. */
export interface SampleAmounts {
  year: number;
  staff: { administrative: number; institution: number; quota: number; retirees: number };
  /** of the general public budget, by functional 项 */
  general: Map<string, Spent>;
  /** of government-managed funds, by 项; projects only */
  fund: Map<string, Fen>;
  /** business of institutions, spent on a 项 beside the appropriation */
  institution: { code: string; amount: Fen } | null;
  /** basic expenditure of the general public budget by economic 款 */
  economic: Map<string, Fen>;
  /** budget of the general public budget at the beginning of the year */
  budget: Fen;
  opening: Fen;
  closing: Fen;
  publicExpenses: { vehicles: Fen; reception: Fen; conference: Fen; training: Fen };
}

const WAN = 1_000_000;
const sumOf = (amounts: Iterable<Fen>): Fen => [...amounts].reduce((sum, one) => sum + one, 0);

/** Shares of operating costs on the 款 of 商品和服务支出. */
const OPERATING: readonly (readonly [code: string, weight: number, chance: number])[] = [
  ['30201', 18, 1],
  ['30202', 4, 0.8],
  ['30205', 1.5, 0.8],
  ['30206', 5, 0.9],
  ['30207', 3, 0.9],
  ['30208', 6, 0.5],
  ['30211', 9, 0.95],
  ['30213', 5, 0.6],
  ['30215', 1, 0.4],
  ['30216', 2, 0.5],
  ['30217', 1.2, 0.5],
  ['30226', 8, 0.7],
  ['30228', 6, 0.9],
  ['30229', 4, 0.5],
  ['30231', 5, 0.6],
  ['30239', 14, 0.9],
  ['30299', 7, 0.7],
];

/** Pay and contributions of the people in post, by economic 款. */
function personnel(pay: Fen, institutional: boolean, chance: Chance): Map<string, Fen> {
  const wages: [string, number][] = [
    ['30101', 0.34],
    ['30102', institutional ? 0.14 : 0.33],
    ['30103', 0.16],
    ...(institutional ? ([['30107', 0.22]] as [string, number][]) : []),
  ];
  const economic = new Map(wages.map(([code, share]) => [code, Math.round(pay * share * chance.between(0.93, 1.07))]));
  const base = sumOf(economic.values());
  const rates: [string, number][] = [
    ['30108', 0.16],
    ['30109', 0.08],
    ['30110', 0.065],
    ...(institutional ? [] : ([['30111', 0.04]] as [string, number][])),
    ['30112', 0.011],
    ['30113', 0.12],
  ];
  for (const [code, rate] of rates) economic.set(code, Math.round(base * rate * chance.between(0.95, 1.05)));
  if (chance.is(0.4)) economic.set('30304', Math.round(base * chance.between(0.005, 0.02)));
  if (chance.is(0.7)) economic.set('30305', Math.round(base * chance.between(0.005, 0.03)));
  return economic;
}

function operating(total: Fen, chance: Chance): Map<string, Fen> {
  const items = OPERATING.filter(([, , probability]) => chance.is(probability)).map(
    ([code, weight]) => [code, weight * chance.between(0.6, 1.5)] as const,
  );
  const weights = sumOf(items.map(([, weight]) => weight));
  const costs = new Map(items.map(([code, weight]) => [code, Math.round((total * weight) / weights)]));
  if (chance.is(0.25)) costs.set('31002', Math.round(total * chance.between(0.02, 0.08)));
  return costs;
}

/** Basic expenditure by functional 项: contributions under their own headings, everything else as 行政运行. */
function basicByFunction(economic: ReadonlyMap<string, Fen>, main: string, institutional: boolean): Map<string, Fen> {
  const own: [string, string][] = [
    ['30108', '2080505'],
    ['30109', '2080506'],
    ['30110', institutional ? '2101102' : '2101101'],
    ['30111', '2101103'],
    ['30112', '2089999'],
    ['30113', '2210201'],
    ['30304', '2080801'],
  ];
  const functional = new Map<string, Fen>();
  for (const [code, item] of own) {
    const amount = economic.get(code);
    if (amount) functional.set(item, (functional.get(item) ?? 0) + amount);
  }
  functional.set(`${main}01`, sumOf(economic.values()) - sumOf(functional.values()));
  return functional;
}

/** One project heading in a year: a level that grows, years without it, and now and then something large that does not come again. */
function projectAmount(code: string, level: Fen, year: number, chance: Chance): Fen {
  const own = chance.of(`${code}/${year}`);
  if (own.is(0.12)) return 0;
  const growth = 1.06 ** (year - 2015) * own.skewed(0.25);
  return Math.round(level * growth * (own.is(0.035) ? own.between(3, 12) : 1));
}

function projects(department: SampleDepartment, codes: SampleCodes, year: number, chance: Chance): Map<string, Fen> {
  const { main, headings, projects: usual } = department.kind;
  const items = codes.itemsUnder([main, ...headings], chance.of('count').whole(6, 14), chance.of('items'));
  const general = codes.has(`${main}02`) ? [`${main}02`, ...items] : items;
  const weights = general.map((code) => chance.of(`weight/${code}`).skewed(0.9));
  const all = sumOf(weights);
  const spent = general.map((code, index) => {
    const level = (usual * department.scale * WAN * (weights[index] ?? 0)) / all;
    return [code, projectAmount(code, level, year, chance)] as const;
  });
  return new Map(spent.filter(([, amount]) => amount > 0));
}

function staffOf({ kind, scale }: SampleDepartment, year: number, chance: Chance) {
  const [low, high] = kind.staff;
  const size = Math.max(6, Math.round(chance.of('staff').between(low, high) * Math.min(scale, 2)));
  const people = Math.max(
    5,
    Math.round(size * (1 + 0.01 * (year - 2018)) * chance.of(`staff/${year}`).between(0.97, 1.03)),
  );
  const administrative = Math.round(
    people * (kind.institutions ? 0.08 : chance.of('administrative').between(0.3, 0.7)),
  );
  const quota = Math.round(size * chance.of('quota').between(0.9, 1.15));
  return {
    administrative,
    institution: people - administrative,
    quota,
    retirees: Math.round(size * chance.of('retirees').between(0.2, 0.8)),
  };
}

/** What is carried over into a year; most departments carry nothing. */
function balanceBefore({ kind, scale }: SampleDepartment, year: number, chance: Chance): Fen {
  if (!chance.of('balance').is(0.2)) return 0;
  return Math.round(kind.projects * scale * WAN * chance.of(`balance/${year}`).between(0.01, 0.12));
}

function add(general: Map<string, Spent>, code: string, nature: keyof Spent, amount: Fen): void {
  const spent = general.get(code) ?? { basic: 0, project: 0 };
  spent[nature] += amount;
  general.set(code, spent);
}

/** What a department would publish for a year, whether it does or not: comparisons with last year need it. */
export function amountsOf(
  department: SampleDepartment,
  codes: SampleCodes,
  year: number,
  chance: Chance,
): SampleAmounts {
  const staff = staffOf(department, year, chance);
  const people = staff.administrative + staff.institution;
  const own = chance.of(`year/${year}`);
  const isInstitutional = staff.institution > staff.administrative;
  const pay = people * chance.of('pay').between(6.5, 10.5) * 1.05 ** (year - 2018) * WAN * own.between(0.97, 1.04);
  const costs = operating(
    people * chance.of('costs').between(0.7, 2.2) * WAN * own.between(0.85, 1.15),
    own.of('costs'),
  );
  const economic = new Map([...personnel(pay, isInstitutional, own.of('pay')), ...costs]);
  const general = new Map<string, Spent>();
  for (const [code, amount] of basicByFunction(economic, department.kind.main, isInstitutional))
    add(general, code, 'basic', amount);
  for (const [code, amount] of projects(department, codes, year, chance)) add(general, code, 'project', amount);
  const spent = sumOf([...general.values()].map(({ basic, project }) => basic + project));
  const { fund, institutions } = department.kind;
  const hasFund = fund !== undefined && own.of('fund').is(0.6);
  return {
    year,
    staff,
    general: new Map([...general].map(([code, amounts]) => [codes.codeIn(code, year), amounts])),
    fund: hasFund
      ? new Map([
          [fund, Math.round(department.kind.projects * department.scale * WAN * own.of('fund').between(0.1, 0.8))],
        ])
      : new Map(),
    institution: institutions
      ? {
          code: `${department.kind.main}99`,
          amount: Math.round(spent * institutions * own.of('business').between(0.2, 0.6)),
        }
      : null,
    economic,
    budget: Math.round(own.of('budget').is(0.4) ? spent : spent * own.of('budget').between(0.55, 1.02)),
    opening: balanceBefore(department, year, chance),
    closing: balanceBefore(department, year + 1, chance),
    publicExpenses: {
      vehicles: economic.get('30231') ?? 0,
      reception: economic.get('30217') ?? 0,
      conference: economic.get('30215') ?? 0,
      training: economic.get('30216') ?? 0,
    },
  };
}
