import { z } from 'zod';
import { type Endpoint, item } from '../endpoint';
import { named } from '../schemas';
import { accounts } from './accounts';
import { content } from './content';
import { registers } from './registers';
import { views } from './views';

const rootRow = z
  .object({ id: z.string(), path: z.string(), title: z.string(), href: z.string() })
  .register(named, { id: 'Address' });

const root = item({
  id: 'getRoot',
  path: '/',
  title: '目录',
  about: '接口的全部地址；机器可读的说明在 /api/v1/openapi.json。',
  example: () => '/',
  inPath: {},
  inQuery: {},
  answer: z.array(rootRow),
  find: async (_store, { origin }) => ({
    data: ENDPOINTS.map(({ id, path, title }) => ({
      id,
      path,
      title,
      href: `${origin}/api/v1${path === '/' ? '' : path}`,
    })),
  }),
});

/** Everything the interface answers, declared once: routes, validation, document and readable page follow from it. */
export const ENDPOINTS: readonly Endpoint[] = [root, ...registers, ...accounts, ...content, ...views];
