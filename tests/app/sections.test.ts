import { expect, test } from 'vitest';
import { currentOf, SECTIONS } from '../../app/_components/Sections';

const lit = (path: string) => SECTIONS.flatMap((section) => currentOf(section, path) ?? []).length;
const labels = (path: string) =>
  SECTIONS.filter((section) => currentOf(section, path) !== undefined).map(({ label }) => label);

test.each([
  ['/', '总览'],
  ['/trends', '趋势'],
  ['/rankings', '排名'],
  ['/distribution', '排名'],
  ['/scatter', '排名'],
  ['/compare', '比较'],
  ['/compare/a,b', '比较'],
  ['/accounts', '比较'],
  ['/subjects/economic/30101', '科目'],
  ['/findings', '核对发现'],
  ['/embeds/totals', '嵌入'],
])('%s stands under %s', (path, label) => expect(labels(path)).toEqual([label]));

test.each([
  '/accounts/610827-gongye-shangmao-ju-2023',
  '/accounts/610827-gongye-shangmao-ju-2023/findings',
  '/departments/610827-gongye-shangmao-ju',
  '/brief',
  '/search',
  '/trendsetter',
])('%s belongs to no section', (path) => expect(lit(path)).toBe(0));
