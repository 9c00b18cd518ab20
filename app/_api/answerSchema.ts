import { z } from 'zod';
import type { Endpoint } from './endpoint';
import { linksSchema, metaSchema } from './meta';
import { named } from './schemas';

const answers = new Map<string, z.ZodType>();

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** The whole JSON answer of an endpoint, registered under a name of its own. */
export function answerSchema(endpoint: Endpoint): z.ZodType {
  const known = answers.get(endpoint.id);
  if (known) return known;
  const data = endpoint.kind === 'collection' ? z.array(endpoint.row) : endpoint.answer;
  const schema = z
    .object({ meta: metaSchema, links: linksSchema, data })
    .register(named, { id: `${capital(endpoint.id)}Answer` });
  answers.set(endpoint.id, schema);
  return schema;
}

export const problemSchema = z
  .looseObject({
    type: z.string().describe('urn:juesuan:problem:… ，给程序看'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('一句中文，给人看'),
    parameter: z.string().optional().describe('有误的参数'),
    allowed: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .describe('可用什么'),
  })
  .register(named, { id: 'Problem' });
