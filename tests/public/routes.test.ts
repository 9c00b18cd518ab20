import { expect, test } from 'vitest';
import { builtRoutes, routesOf } from '../../app/_public/routes';

const routeOf = routesOf([
  '/',
  '/accounts/[account]',
  '/accounts/[account]/source',
  '/embed/[panel]',
  '/embed/frame.js',
  '/api/v1/[[...path]]',
  '/subjects/[list]/[code]',
]);

test.each([
  ['/', '/'],
  ['/accounts/610827-x-2023', '/accounts/[account]'],
  ['/accounts/610827-x-2023/source', '/accounts/[account]/source'],
  ['/accounts/610827-x-2023/nothing', '-'],
  ['/embed/frame.js', '/embed/frame.js'],
  ['/embed/totals.svg', '/embed/[panel]'],
  ['/api/v1/accounts/x/facts', '/api/v1/[[...path]]'],
  ['/subjects/functional/208', '/subjects/[list]/[code]'],
  ['/_next/static/chunks/a.js', '/_next'],
  ['/%E5%BC%A0%E4%B8%89', '-'],
])('%s is %s', (path, route) => {
  expect(routeOf(path)).toBe(route);
});

test('without a build there are no routes', () => {
  expect(builtRoutes('/nowhere')).toEqual([]);
});
