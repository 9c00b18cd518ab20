import { formatNumber } from '../amount';
import { type Figure, isPrinted } from './figures';
import type { Blame } from './localise';
import { UNLISTED } from './lostRows';
import { equationText } from './relation';
import type { Change, Repair } from './repairs';
import type { Row, System } from './system';

const quoted = (figure: Figure): string => `“${figure.label}”`;
const amount = (value: string, figure: Figure): string => `${formatNumber(value)} ${figure.unit}`;

function others(rows: readonly Row[]): string {
  const ids = [...new Set(rows.map((row) => row.relation.identity))];
  return ids.length > 1 ? `（另见 ${ids.slice(1).join('、')}）` : '';
}

function equation(rows: readonly Row[]): string {
  const [row] = rows;
  if (!row) return '';
  const text = equationText(row.relation);
  return row.relation.sign === '=' ? text.replace(' = ', ' ≠ ') : `${text} 不成立`;
}

const isChange = (system: System, { figure, value }: Change): boolean =>
  Number(value) !== 0 || isPrinted(system.figure(figure));

function changes(system: System, repair: Repair, limit = 4): string {
  const real = repair.changes.filter((change) => isChange(system, change));
  const shown = real.map((change) => {
    const figure = system.figure(change.figure);
    return `${figure.label} ${amount(change.value, figure)}`;
  });
  return `${shown.slice(0, limit).join('，')}${shown.length > limit ? ` 等 ${shown.length} 处` : ''}`;
}

/** The proposed values: one for all, or each with its place. */
function proposals(system: System, repair: Repair): string {
  const values = new Set(repair.changes.map((change) => change.value));
  const [first] = repair.changes;
  return values.size === 1 && first ? amount(first.value, system.figure(first.figure)) : changes(system, repair);
}

/** A lost row: its statement, its code and name, and its amounts by column. */
function lostRow(system: System, repair: Repair): string {
  const real = repair.changes.filter((change) => isChange(system, change));
  const labels = real.map((change) => system.figure(change.figure).label.split(' · '));
  const [[statement = '', row = ''] = []] = labels;
  const cells = real.map(
    (change, at) => `${labels[at]?.[2] ?? ''} ${amount(change.value, system.figure(change.figure))}`,
  );
  const isKnown = !cells.some((cell) => cell.includes(UNLISTED));
  const what = isKnown ? `${statement}漏列 ${row} 一行` : `${statement} ${row} 之下可能漏列一行`;
  return `${what}：${cells.join('，').replaceAll(UNLISTED, '')}（${repair.why}）`;
}

function alternatives(system: System, blame: Blame): string {
  const [first] = blame.alternatives.filter((one) => one.cost <= blame.repair.cost + 0.05);
  if (!first) return '';
  const count = blame.alternatives.length > 1 ? `（共 ${blame.alternatives.length} 种）` : '';
  return `；同样说得通的改法${count}：${changes(system, first, 2)}`;
}

/** One sentence: where it is wrong, by which equation, what should probably stand there and why. */
export function blameMessage(system: System, blame: Blame, blamed: Figure, rows: readonly Row[]): string {
  const { repair } = blame;
  const proof = `${equation(rows)}${others(rows)}`;
  const proposed = repair.changes.find((change) => change.figure === blamed.index);
  const also = alternatives(system, blame);
  switch (repair.kind) {
    case 'lost_row':
      return `${lostRow(system, repair)}；${proof}${also}`;
    case 'blank': {
      const more = repair.changes.length > 1 ? `等 ${repair.changes.length} 处` : '';
      return `${quoted(blamed)}${more}空着，按关系应为 ${proposals(system, repair)}；${proof}${also}`;
    }
    case 'swap':
      return `${repair.why}，应为 ${changes(system, repair)}；${proof}${also}`;
    default: {
      const more = repair.changes.length > 1 ? `等 ${repair.changes.length} 处` : '';
      const should = proposed ? `应为 ${amount(proposed.value, blamed)}（${repair.why}）` : '与其他数字矛盾';
      return `${quoted(blamed)}${more}印为 ${blamed.printed}，${should}；${proof}${also}`;
    }
  }
}

/** For contradictions without a culprit: the equations that cannot all hold. */
export function conflictMessage(rows: readonly Row[]): string {
  const shown = rows.slice(0, 3).map((row) => equation([row]));
  return rows.length === 1
    ? `${rows[0]?.relation.identity ?? ''} 不成立：${shown.join('')}，无法判定是哪个数字有误`
    : `各数字无法同时成立：${shown.join('；')}${rows.length > 3 ? ` 等 ${rows.length} 个关系` : ''}`;
}
