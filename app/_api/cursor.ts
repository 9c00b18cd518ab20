import type { z } from 'zod';
import { Problem } from '../_answers/problem';

/** Where a page ended, as text that nobody needs to understand. */
export const writeCursor = (position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

export function readCursor<T>(text: string, schema: z.ZodType<T>): T {
  const { success, data } = schema.safeParse(parsed(text));
  if (!success)
    throw new Problem(400, 'bad_cursor', '接续标记有误', '参数 “cursor” 不是这个地址给出的标记；请从第一页取起。', {
      parameter: 'cursor',
    });
  return data;
}
