import { expect, it } from 'vitest';
import { branchesOf } from '../../app/_subjects/askTree';
import type { SubjectNode } from '../../db/queries/subjectTree';

const node = (code: string, parent: string | null): SubjectNode => ({
  code,
  name: code,
  level: ((code.length - 1) / 2) as 1 | 2 | 3,
  parent,
  hasChildren: false,
  years: [],
  compared: null,
});

it('codes stand below their parents, and one whose parent nobody prints stands at the top', () => {
  const branches = branchesOf([
    node('208', null),
    node('20805', '208'),
    node('2080505', '20805'),
    node('2159901', '21599'),
  ]);
  expect(branches.map(({ code }) => code)).toEqual(['208', '2159901']);
  expect(branches[0]?.below[0]?.below.map(({ code }) => code)).toEqual(['2080505']);
});
