import 'server-only';
import type { Db } from '../../db/open';
import {
  getSubjectTree,
  type SubjectNode,
  type SubjectTree,
  type SubjectTreeQuery,
} from '../../db/queries/subjectTree';
import type { SubjectList, SubjectSelection } from '../../lib/subjectSelection';

/** A node with the nodes below it. */
export interface Branch extends SubjectNode {
  below: Branch[];
}

/** With more codes than this the 项 stay on the pages of their 款. */
const MOST_SHOWN = 700;

/** The part of a selection that queries call the scope, with the years and the switch. */
export const scopeQuery = ({ departments, region, from, to, like }: SubjectSelection) => ({
  ...(departments.length > 0 ? { departments } : {}),
  ...(region === undefined ? {} : { region }),
  ...(from === undefined ? {} : { fromYear: from }),
  ...(to === undefined ? {} : { toYear: to }),
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
  years: SubjectTree['years'];
  branches: Branch[];
  /** 项 are left out because there are too many codes */
  shallow: boolean;
}

/** The whole tree of a list under a selection. */
export async function askTree(db: Db, list: SubjectList, selection: SubjectSelection): Promise<AskedTree> {
  const { fund } = selection;
  const query: SubjectTreeQuery = {
    ...scopeQuery(selection),
    list,
    ...(fund && list === 'functional' ? { fund } : {}),
  };
  const whole = await getSubjectTree(db, { ...query, depth: 3 });
  const shallow = whole.nodes.length > MOST_SHOWN || whole.truncated;
  const { nodes } = shallow ? await getSubjectTree(db, { ...query, depth: 2 }) : whole;
  return { years: whole.years, branches: branchesOf(nodes), shallow };
}
