import type { MoneyUnit } from '../amount';
import type { Reference, Region } from '../classification';
import type { StatementId } from '../statements';
import { fiscalYearOf, yearIn } from './fiscalYear';
import { regionAtEnd, regionOf } from './region';
import { fold, type Line, squeeze } from './statements/lines';
import { organisationIn } from './statements/preamble';
import { statementOf } from './statements/titles';

/** An entry of the list of statements (目录). */
export interface ListedStatement {
  statement: StatementId;
  title: string;
  /** 是否空表; null where the list does not say */
  empty: boolean | null;
  reason: string | null;
  line: number;
}

/** What the document says of itself. */
export interface TitlePart {
  title: string | null;
  /** full name as printed, without white space */
  department: string | null;
  region: { code: string; name: string } | null;
  fiscalYear: number | null;
  /** the unit of the statements' amounts where a statement names none */
  unit: MoneyUnit;
  listed: ListedStatement[];
}

interface TitleSources {
  organisations: readonly string[];
  listed: ListedStatement[];
  unit: MoneyUnit;
}

const TITLE = /决算(?:公开|报告|报表|情况|说明|信息|草案|文本|\(.*?\)|编制|分析|的|及|表|书|材料|内容|目录)*$/;
const NAME_END =
  /(?:局|委|办|厅|部|院|校|学|心|站|所|队|处|馆|会|社|府|司|园|台|团|署|庭|场|库|联|组|室|厂|区|镇|乡|村|机关|本级|基地|大学|银行|保险|系统|学校|中学|小学|大队|研究院)(?:\(.{1,12}\))?$/;

const isName = (text: string): boolean =>
  text.length >= 4 &&
  text.length <= 40 &&
  NAME_END.test(text) &&
  !/[。;:,、]|决算|预算|情况|目录|概况|附件|^第.部分|^[一二三四五六七八九十]+、|20\d\d/.test(text);

const FRONT = /^(?:附件?[\d一二三四五六七八九十]*[:.]?|\d{1,3}[.、]|关于|#+)/;

/** The department a title line names, in front of its year or between year and 部门决算. */
function departmentIn(printed: string): string | undefined {
  const text = squeeze(printed).replace(FRONT, '');
  const year = yearIn(text);
  const at = year ? text.indexOf(year.printed) : -1;
  const front = at > 0 ? text.slice(0, at) : '';
  const rest = (at >= 0 && year ? text.slice(at + year.printed.length) : text).replace(/^(?:年度?|度)/, '');
  const behind = rest.replace(/(?:汇总)?(?:部门|单位|本级)?(?:财务)?(?:收支)?决算.*$/, '');
  return [front, behind]
    .map((name) => name.replace(/(?:部门|单位|关于)$/, ''))
    .find((name) => isName(fold(name)) && name.length >= 4);
}

interface Heading {
  title: string;
  department: string | undefined;
}

const isTitle = (text: string): boolean =>
  text.length <= 60 &&
  TITLE.test(text) &&
  !/[。;]|^第.{1,3}部分|^[一二三四五六七八九十]+、|^\([一二三四五六七八九十]+\)/.test(text) &&
  statementOf(text) === undefined &&
  (yearIn(text) !== undefined || /(?:部门|单位)决算/.test(text));

/** The document's own title among its first lines, with the department's name from the lines around it. */
function headingOf(lines: readonly Line[]): Heading | undefined {
  const first = lines.slice(0, 40).filter((line) => !line.isRow);
  const end = first.findIndex((line) => line.text === '目录');
  const head = end > 0 ? first.slice(0, end) : first;
  for (const [index, line] of head.entries()) {
    const printed = squeeze(line.cells[0]?.text ?? '');
    if (!isTitle(line.text)) continue;
    const own = departmentIn(printed);
    if (own) return { title: printed.replace(FRONT, ''), department: own };
    const around = [head[index - 1], head[index + 1], head[index - 2]].find((other) => other && isName(other.text));
    const name = around && squeeze(around.cells[0]?.text ?? '');
    return { title: name ? `${name}${printed}` : printed, department: name };
  }
  return undefined;
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}

/** Lines of the first pages that name the organisation: 单位名称：… */
const namedIn = (lines: readonly Line[]): string | undefined =>
  lines
    .slice(0, 60)
    .filter((line) => /^(?:部门|单位|编制部门|编制单位|预算部门|填报单位)(?:名称)?(?:\(.{1,4}\))?:/.test(line.text))
    .map((line) => organisationIn(line.cells.map((cell) => cell.text).join('')))
    .find((name) => name !== undefined && isName(fold(name)));

function departmentOf(
  heading: Heading | undefined,
  lines: readonly Line[],
  organisations: readonly string[],
): string | null {
  const titled = heading?.department;
  const printed =
    mostFrequent(organisations.filter((name) => NAME_END.test(fold(name)))) ?? mostFrequent(organisations);
  if (titled && printed) return printed.endsWith(titled) ? printed : titled;
  return titled ?? printed ?? namedIn(lines) ?? null;
}

const GOVERNMENT = /(?:委、|人民政府|人民代表大会|委员会办公室)/g;

/** Regions whose governments or party committees the text names; they tell where a department without a region is. */
function governmentsIn(lines: readonly Line[], year: number | null, regions: readonly Region[]): Region[] {
  const named: Region[] = [];
  for (const { text } of lines)
    for (const match of text.slice(0, 5000).matchAll(GOVERNMENT)) {
      const region = regionAtEnd(text.slice(Math.max(0, match.index - 24), match.index), year, regions);
      if (region) named.push(region);
    }
  return named;
}

function regionFor(
  department: string | null,
  heading: Heading | undefined,
  lines: readonly Line[],
  organisations: readonly string[],
  year: number | null,
  regions: readonly Region[],
): Region | undefined {
  for (const name of [department ?? '', heading?.title ?? '', ...new Set(organisations)]) {
    const region = regionOf(name, year, regions);
    if (region) return region;
  }
  const named = governmentsIn(lines, year, regions);
  return new Set(named.map((region) => region.code)).size === 1 ? named[0] : undefined;
}

/** Department, region and fiscal year; what the document does not say is null. */
export function readTitle(lines: readonly Line[], sources: TitleSources, reference: Reference): TitlePart {
  const heading = headingOf(lines);
  const department = departmentOf(heading, lines, sources.organisations);
  const fiscalYear = fiscalYearOf(lines, heading?.title);
  const region = regionFor(department, heading, lines, sources.organisations, fiscalYear, reference.regions);
  return {
    title: heading?.title ?? null,
    department,
    region: region ? { code: region.code, name: region.name } : null,
    fiscalYear,
    unit: sources.unit,
    listed: sources.listed,
  };
}
