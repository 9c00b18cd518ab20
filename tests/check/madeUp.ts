import type { MoneyUnit } from '../../lib/amount';
import { EXPENDITURE_CLASSES } from '../../lib/classification';
import type { ColumnId } from '../../lib/statements';
import type { AccountSource, ClaimSource, RowSource, StatementSource } from './account';
import type { Random } from './random';

/** The ways in which forms of provinces and years differ. */
export interface Layout {
  unit: MoneyUnit;
  trimmed: boolean;
  /** 基本支出决算表 in blocks with 人员经费合计, or as a list with columns */
  basicList: boolean;
  zeros: '0.00' | 'blank';
  allClasses: boolean;
  otherMoney: boolean;
  carryOver: boolean;
  fund: boolean;
  threePublic: boolean;
  depth: 3 | 5 | 7;
  without: readonly string[];
  claims: boolean;
  /** groups of headings in each class: small bodies have a few, whole departments many */
  size: number;
}

export function randomLayout(random: Random): Layout {
  return {
    unit: random.chance(0.12) ? '元' : '万元',
    trimmed: random.chance(0.2),
    basicList: random.chance(0.4),
    zeros: random.chance(0.4) ? '0.00' : 'blank',
    allClasses: random.chance(0.6),
    otherMoney: random.chance(0.4),
    carryOver: random.chance(0.5),
    fund: random.chance(0.35),
    threePublic: random.chance(0.6),
    depth: random.chance(0.85) ? 7 : random.chance(0.5) ? 5 : 3,
    without: random.chance(0.15)
      ? [random.pick(['revenue', 'general_budget_expenditure', 'three_public', 'fiscal_appropriation_summary'])]
      : [],
    claims: random.chance(0.75),
    size: random.chance(0.05) ? 5 : 1,
  };
}

interface Item {
  code: string;
  /** general public budget, fund and other money, each basic and project, in 分 */
  generalBasic: number;
  generalProject: number;
  fundProject: number;
  otherBasic: number;
  otherProject: number;
  /** carried over out of the year, of the general budget */
  closing: number;
  opening: number;
}

const amount = (random: Random, low: number, high: number): number =>
  Math.round(10 ** (low + random.next() * (high - low)));

function items(random: Random, layout: Layout): Item[] {
  const classes = ['201', '208', '210', '213', '221'].filter((_, index) => index < 1 || random.chance(0.8));
  if (random.chance(0.4)) classes.push(random.pick(['204', '205', '211', '214', '215', '224']));
  const found: Item[] = [];
  for (const code of [...new Set(classes)].sort()) {
    for (let group = 0; group < random.between(1, 3) * layout.size; group++) {
      const above = `${code}${String(random.between(1, 40)).padStart(2, '0')}`;
      if (found.some((item) => item.code.startsWith(above))) continue;
      const leaves = new Set(
        Array.from({ length: random.between(1, 4) }, () => random.pick(['01', '02', '05', '06', '50', '99'])),
      );
      for (const leaf of [...leaves].sort()) found.push(item(random, layout, `${above}${leaf}`));
    }
  }
  if (layout.fund)
    found.push({ ...EMPTY, code: random.pick(['2120801', '2120899', '2296002']), fundProject: amount(random, 7, 9.5) });
  return found.sort((one, other) => (one.code < other.code ? -1 : 1));
}

const EMPTY: Item = {
  code: '',
  generalBasic: 0,
  generalProject: 0,
  fundProject: 0,
  otherBasic: 0,
  otherProject: 0,
  closing: 0,
  opening: 0,
};

function item(random: Random, layout: Layout, code: string): Item {
  const isBasic = random.chance(0.5);
  const mixed = random.chance(0.15);
  return {
    ...EMPTY,
    code,
    generalBasic: isBasic || mixed ? amount(random, 6.5, 9.6) : 0,
    generalProject: !isBasic || mixed ? amount(random, 6, 9.9) : 0,
    otherBasic: layout.otherMoney && random.chance(0.2) ? amount(random, 6, 8.5) : 0,
    otherProject: layout.otherMoney && random.chance(0.2) ? amount(random, 6, 8.5) : 0,
    opening: layout.carryOver && random.chance(0.2) ? amount(random, 6, 7.8) : 0,
    closing: layout.carryOver && random.chance(0.3) ? amount(random, 6, 8.5) : 0,
  };
}

type Sum = (item: Item) => number;
const general: Sum = (one) => one.generalBasic + one.generalProject;
const other: Sum = (one) => one.otherBasic + one.otherProject;
const spent: Sum = (one) => general(one) + one.fundProject + other(one);

/** True amounts of a consistent account with its layout; every printed figure is one of them, rounded once. */
class Builder {
  readonly items: Item[];
  constructor(
    private readonly random: Random,
    private readonly layout: Layout,
  ) {
    this.items = items(random, layout);
  }

  total(sum: Sum, prefix = ''): number {
    return this.items.filter((one) => one.code.startsWith(prefix)).reduce((whole, one) => whole + sum(one), 0);
  }

  private blank(value: number): number | null {
    return value === 0 && this.layout.zeros === 'blank' ? null : value;
  }

  private style(): Pick<StatementSource, 'unit' | 'trimmed'> {
    return { unit: this.layout.unit, trimmed: this.layout.trimmed };
  }

  /** 合计, 类, 款, 项 rows of a coded statement. */
  private coded(columns: Partial<Record<ColumnId, Sum>>, counts: Sum): RowSource[] {
    const cells = (prefix: string) =>
      Object.fromEntries(
        Object.entries(columns).map(([column, sum]) => [column, this.blank(this.total(sum as Sum, prefix))]),
      );
    const codes = new Set<string>();
    for (const one of this.items) {
      if (counts(one) === 0) continue;
      for (const length of [3, 5, 7]) if (length <= this.layout.depth) codes.add(one.code.slice(0, length));
    }
    const rows = [...codes].sort().map((code) => ({ line: code, name: `科目${code}支出`, cells: cells(code) }));
    return [{ line: 'total', name: '合计', cells: cells('') }, ...rows];
  }

  private classRows(columns: Partial<Record<ColumnId, Sum>>): RowSource[] {
    return EXPENDITURE_CLASSES.flatMap((code) => {
      const cells = Object.fromEntries(
        Object.entries(columns).map(([column, sum]) => {
          const value = this.total(sum as Sum, code);
          return [column, value === 0 ? null : value];
        }),
      );
      const empty = Object.values(cells).every((value) => value === null);
      return empty && !this.layout.allClasses ? [] : [{ side: 'expenditure' as const, line: code, cells }];
    });
  }

  summary(): StatementSource {
    const revenue = (line: string, value: number): RowSource => ({
      side: 'revenue',
      line,
      cells: { final: value === 0 ? null : value },
    });
    const spending = (line: string, value: number): RowSource => ({
      side: 'expenditure',
      line,
      cells: { final: value === 0 ? null : value },
    });
    const received = this.received();
    const whole = received.total + received.opening;
    return {
      statement: 'revenue_expenditure_summary',
      columns: ['final'],
      ...this.style(),
      rows: [
        revenue('general', received.general),
        revenue('fund', received.fund),
        revenue('capital', 0),
        revenue('institution', received.other),
        revenue('other', 0),
        revenue('year_total', received.total),
        revenue('use_of_balance', 0),
        revenue('opening', received.opening),
        revenue('grand_total', whole),
        ...this.classRows({ final: spent }),
        spending('year_total', this.total(spent)),
        spending('distribution', 0),
        spending(
          'closing',
          this.total((one) => one.closing),
        ),
        spending('grand_total', whole),
      ],
    };
  }

  received() {
    const generalRevenue = this.total((one) => general(one) + one.closing - one.opening);
    const fund = this.total((one) => one.fundProject);
    const otherRevenue = this.total(other);
    return {
      general: generalRevenue,
      fund,
      other: otherRevenue,
      total: generalRevenue + fund + otherRevenue,
      opening: this.total((one) => one.opening),
    };
  }

  revenue(): StatementSource {
    const fiscal: Sum = (one) => general(one) + one.fundProject + one.closing - one.opening;
    return {
      statement: 'revenue',
      columns: [
        'total',
        'fiscal_appropriation',
        'superior_subsidy',
        'institution',
        'business',
        'affiliate_remittance',
        'other',
      ],
      ...this.style(),
      rows: this.coded(
        {
          total: (one) => fiscal(one) + other(one),
          fiscal_appropriation: fiscal,
          superior_subsidy: () => 0,
          institution: other,
          business: () => 0,
          affiliate_remittance: () => 0,
          other: () => 0,
        },
        (one) => fiscal(one) + other(one),
      ),
    };
  }

  expenditure(): StatementSource {
    return {
      statement: 'expenditure',
      columns: ['total', 'basic', 'project', 'superior_remittance', 'business', 'affiliate_subsidy'],
      ...this.style(),
      rows: this.coded(
        {
          total: spent,
          basic: (one) => one.generalBasic + one.otherBasic,
          project: (one) => one.generalProject + one.otherProject + one.fundProject,
          superior_remittance: () => 0,
          business: () => 0,
          affiliate_subsidy: () => 0,
        },
        spent,
      ),
    };
  }

  fiscal(): StatementSource {
    const received = this.received();
    const fiscalRevenue = received.general + received.fund;
    const closing = this.total((one) => one.closing);
    const revenue = (line: string, value: number): RowSource => ({
      side: 'revenue',
      line,
      cells: { final: value === 0 ? null : value },
    });
    const spending = (line: string, generalValue: number, fundValue: number): RowSource => ({
      side: 'expenditure',
      line,
      cells: {
        total: this.blank(generalValue + fundValue),
        general: this.blank(generalValue),
        fund: this.blank(fundValue),
        capital: null,
      },
    });
    const fundSpent = this.total((one) => one.fundProject);
    return {
      statement: 'fiscal_appropriation_summary',
      columns: ['final', 'total', 'general', 'fund', 'capital'],
      ...this.style(),
      rows: [
        revenue('general', received.general),
        revenue('fund', received.fund),
        revenue('capital', 0),
        revenue('year_total', fiscalRevenue),
        revenue('opening', received.opening),
        revenue('opening_general', received.opening),
        revenue('opening_fund', 0),
        revenue('opening_capital', 0),
        revenue('grand_total', fiscalRevenue + received.opening),
        ...this.classRows({
          total: (one) => general(one) + one.fundProject,
          general,
          fund: (one) => one.fundProject,
          capital: () => 0,
        }),
        spending('year_total', this.total(general), fundSpent),
        spending('closing', closing, 0),
        spending('grand_total', this.total(general) + closing, fundSpent),
      ],
    };
  }

  general(): StatementSource {
    return {
      statement: 'general_budget_expenditure',
      columns: ['total', 'basic', 'project'],
      ...this.style(),
      rows: this.coded(
        { total: general, basic: (one) => one.generalBasic, project: (one) => one.generalProject },
        general,
      ),
    };
  }

  basic(): StatementSource {
    const parts = this.split(this.total((one) => one.generalBasic));
    const personnel = parts.filter((part) => /^30[13]/.test(part.code));
    const operating = parts.filter((part) => /^30[2]|^310/.test(part.code));
    const sum = (list: typeof parts) => list.reduce((whole, part) => whole + part.fen, 0);
    const cells = (fen: number, isPersonnel: boolean): RowSource['cells'] =>
      this.layout.basicList
        ? {
            total: this.blank(fen),
            personnel: isPersonnel ? this.blank(fen) : null,
            operating: isPersonnel ? null : this.blank(fen),
          }
        : { total: this.blank(fen) };
    const classes = ['301', '302', '303', '310'].flatMap((code) => {
      const inside = parts.filter((part) => part.code.startsWith(code));
      if (inside.length === 0) return [];
      const isPersonnel = code !== '302' && code !== '310';
      return [
        { line: code, cells: cells(sum(inside), isPersonnel) },
        ...inside.map((part) => ({ line: part.code, cells: cells(part.fen, isPersonnel) })),
      ];
    });
    const whole = { total: sum(parts), personnel: sum(personnel), operating: sum(operating) };
    return {
      statement: 'general_budget_basic_expenditure',
      columns: this.layout.basicList ? ['total', 'personnel', 'operating'] : ['total'],
      ...this.style(),
      rows: this.layout.basicList
        ? [{ line: 'total', cells: { ...whole } }, ...classes]
        : [
            ...classes,
            { line: 'personnel_total', cells: { total: whole.personnel } },
            { line: 'operating_total', cells: { total: whole.operating } },
          ],
    };
  }

  /** Splits an amount over economic headings. */
  private split(whole: number): { code: string; fen: number }[] {
    const codes = [
      ...['30101', '30102', '30103', '30107', '30108', '30109', '30110', '30112', '30113', '30199'],
      ...['30201', '30205', '30207', '30211', '30217', '30228', '30231', '30239', '30299'],
      ...['30304', '30305', '30399', '31002'],
    ].filter((code) => code === '30101' || this.random.chance(0.7));
    const weights = codes.map((code) => this.random.next() * (code.startsWith('301') ? 8 : 1) + 0.01);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    let left = whole;
    const parts = codes.map((code, index) => {
      const fen = index === codes.length - 1 ? left : Math.floor((whole * (weights[index] ?? 0)) / all);
      left -= fen;
      return { code, fen };
    });
    this.parts = parts;
    return parts;
  }

  parts: { code: string; fen: number }[] = [];

  fund(): StatementSource {
    const fundProject: Sum = (one) => one.fundProject;
    return {
      statement: 'government_fund',
      columns: ['opening', 'revenue', 'total', 'basic', 'project', 'closing'],
      ...this.style(),
      rows: this.coded(
        {
          opening: () => 0,
          revenue: fundProject,
          total: fundProject,
          basic: () => 0,
          project: fundProject,
          closing: () => 0,
        },
        fundProject,
      ),
    };
  }

  threePublic(): StatementSource {
    const running = this.parts.find((part) => part.code === '30231')?.fen ?? 0;
    const reception = this.parts.find((part) => part.code === '30217')?.fen ?? 0;
    const purchase = this.random.chance(0.3) ? amount(this.random, 7, 7.8) : 0;
    const row = (line: string, more: number): RowSource => {
      const vehicles = purchase + running + more;
      return {
        line,
        cells: {
          total: vehicles + reception,
          overseas: null,
          vehicles,
          vehicle_purchase: this.blank(purchase),
          vehicle_running: running + more,
          reception: this.blank(reception),
        },
      };
    };
    return {
      statement: 'three_public',
      columns: ['total', 'overseas', 'vehicles', 'vehicle_purchase', 'vehicle_running', 'reception'],
      ...this.style(),
      rows: [row('budget', amount(this.random, 5.5, 6.5)), row('final', 0)],
    };
  }

  claims(): ClaimSource[] {
    const received = this.received();
    const claim = (measure: ClaimSource['measure'], value: number, more: Partial<ClaimSource> = {}): ClaimSource => ({
      measure,
      value,
      ...more,
    });
    const basic: Sum = (one) => one.generalBasic + one.otherBasic;
    const fifth = '五、一般公共预算财政拨款支出决算情况说明';
    return [
      claim('total_revenue_expenditure', received.total + received.opening),
      claim('year_revenue', received.total),
      claim('fiscal_revenue', received.general + received.fund),
      claim('year_expenditure', this.total(spent)),
      claim('basic_expenditure', this.total(basic)),
      claim(
        'project_expenditure',
        this.total((one) => spent(one) - basic(one)),
      ),
      claim('fiscal_total', received.general + received.fund + received.opening),
      claim('general_expenditure', this.total(general), { section: fifth }),
      ...this.items
        .filter((one) => general(one) !== 0 && this.layout.depth === 7)
        .map((one) =>
          claim('subject_expenditure', general(one), {
            subject: one.code,
            section: fifth,
            decimals: this.random.chance(0.2) ? 1 : 2,
          }),
        ),
      claim(
        'general_basic_expenditure',
        this.total((one) => one.generalBasic),
      ),
      ...(this.layout.fund
        ? [
            claim(
              'fund_expenditure',
              this.total((one) => one.fundProject),
            ),
          ]
        : []),
    ];
  }
}

/** A consistent account of realistic shape. */
export function madeUpAccount(random: Random, layout: Layout): AccountSource {
  const builder = new Builder(random, layout);
  const all = [
    builder.summary(),
    builder.revenue(),
    builder.expenditure(),
    builder.fiscal(),
    builder.general(),
    builder.basic(),
    ...(layout.fund ? [builder.fund()] : []),
    ...(layout.threePublic ? [builder.threePublic()] : []),
  ];
  return {
    statements: all.filter((statement) => !layout.without.includes(statement.statement)),
    claims: layout.claims ? builder.claims() : [],
    empty: layout.fund ? [] : ['government_fund'],
  };
}
