import 'server-only';
import {
  countSubjects,
  getSubjectTree,
  type SubjectNode,
  type SubjectTree,
  type SubjectTreeQuery,
} from '../../db/queries/subjectTree';
import type { Headcount } from '../../lib/panels/codeViews';
import type { SubjectList, SubjectSelection } from '../../lib/subjectSelection';
import type { Store } from '../_store/store';
import { askPeople } from './askPeople';

/** A node with the nodes below it. */
export interface Branch extends SubjectNode {
  below: Branch[];
}

/** With more codes than this a tree is opened step by step. */
const MOST_SHOWN = 150;

/** The part of a selection that queries call the scope, with the years, the money and the switch. */
export const scopeQuery = ({ departments, region, from, to, like, fund, nature }: SubjectSelection) => ({
  ...(departments.length > 0 ? { departments } : {}),
  ...(region === undefined ? {} : { region }),
  ...(from === undefined ? {} : { fromYear: from }),
  ...(to === undefined ? {} : { toYear: to }),
  ...(fund === undefined ? {} : { fund }),
  ...(nature === undefined ? {} : { nature }),
  likeForLike: like,
});

/** Nodes come a parent before its children; a node whose parent nobody prints stands at the top. */
export function branchesOf(nodes: readonly SubjectNode[]): Branch[] {
  const branches = new Map(nodes.map((node) => [node.code, { ...node, below: [] as Branch[] }]));
  const top: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branch.parent === null ? undefined : branches.get(branch.parent);
    (parent?.below ?? top).push(branch);
  }
  return top;
}

export interface AskedTree {
  /** for amounts per person */
  people: ReadonlyMap<number, Headcount>;
  years: SubjectTree['years'];
  branches: Branch[];
  /** there are too many codes: those below a code are shown when it is opened */
  stepwise: boolean;
}

/** Parents before children; the codes of the whole list are too many to be written at once. */
async function askOpened(store: Store, query: SubjectTreeQuery, open: readonly string[]): Promise<SubjectNode[]> {
  const wanted = [...new Set(open.flatMap((code) => [code.slice(0, 3), code.slice(0, 5)]))].filter(
    (code) => open.includes(code) || open.some((one) => one.startsWith(code)),
  );
  const parts = await Promise.all(
    wanted.map((parent) => getSubjectTree(store.db, { ...query, parent, depth: 1 }).then(({ nodes }) => nodes)),
  );
  return parts.flat();
}

const byCode = (one: SubjectNode, other: SubjectNode): number => (one.code < other.code ? -1 : 1);

/** The tree of a list under a selection: whole where that is a page, else opened as far as the selection says. */
export async function askTree(store: Store, list: SubjectList, selection: SubjectSelection): Promise<AskedTree> {
  const query: SubjectTreeQuery = { ...scopeQuery(selection), list, withGrowth: true };
  const [codes, people] = await Promise.all([countSubjects(store.db, query), askPeople(store, selection)]);
  if (codes <= MOST_SHOWN) {
    const { years, nodes } = await getSubjectTree(store.db, { ...query, depth: 3 });
    return { years, branches: branchesOf(nodes), stepwise: false, people };
  }
  const { years, nodes: first } = await getSubjectTree(store.db, { ...query, depth: 1 });
  const nodes = [...first, ...(await askOpened(store, query, selection.open))].sort(byCode);
  return { years, branches: branchesOf(nodes), stepwise: true, people };
}
