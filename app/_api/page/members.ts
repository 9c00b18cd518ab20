import { z } from 'zod';
import { columnsOf } from '../write';

/** A member of an answer as a reader sees it: its path, what kind of value, and what it means. */
export interface Member {
  name: string;
  kind: string;
  about: string;
}

interface Peeled {
  schema: unknown;
  isNullable: boolean;
  about: string;
}

/** The schema within what may be missing; the outermost description counts. */
function peel(schema: unknown, above: Omit<Peeled, 'schema'> = { isNullable: false, about: '' }): Peeled {
  const own = schema instanceof z.ZodType ? (schema.description ?? '') : '';
  const about = above.about || own;
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? peel(schema.unwrap(), { isNullable: true, about })
    : { schema, isNullable: above.isNullable, about };
}

function kindOf(schema: unknown): string {
  if (schema instanceof z.ZodEnum) return schema.options.length > 12 ? '词' : schema.options.join('、');
  if (schema instanceof z.ZodNumber || schema instanceof z.ZodLiteral) return '整数';
  if (schema instanceof z.ZodBoolean) return '是否';
  if (schema instanceof z.ZodArray) return '列表';
  return schema instanceof z.ZodTuple ? '四个数' : '文本';
}

function memberAt(row: z.ZodObject, path: readonly string[]): Member {
  const found = path.reduce<Peeled>(
    ({ schema }, name) => peel(schema instanceof z.ZodObject ? schema.shape[name] : undefined),
    { schema: row, isNullable: false, about: '' },
  );
  return {
    name: path.join('.'),
    kind: `${kindOf(found.schema)}${found.isNullable ? '，或缺' : ''}`,
    about: found.about,
  };
}

/** The members of a row, those within others by their path. */
export function membersOf(schema: unknown): Member[] {
  const { schema: row } = peel(schema instanceof z.ZodArray ? schema.element : schema);
  return row instanceof z.ZodObject ? columnsOf(row).map((path) => memberAt(row, path)) : [];
}
