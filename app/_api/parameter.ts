import { z } from 'zod';
import { Problem, type Problem as ProblemType, quoted } from '../_answers/problem';

/** A parameter of path or query: declared once, read from the address, and described in the document of the interface. */
export interface Parameter<T> {
  /** of one value */
  schema: z.ZodType;
  /** several values, separated by commas */
  isList: boolean;
  isRequired: boolean;
  about: string;
  /** what is allowed, in words */
  allowed: string;
  /** only for types: what reading gives */
  gives?: T;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;
type Given<P> = P extends Parameter<infer T> ? T : never;
export type Values<P extends Parameters> = { [K in keyof P]?: Given<P[K]> };

const MOST_VALUES = 100;

function allowedBy(schema: z.ZodType): string {
  if (schema instanceof z.ZodEnum) return `可用 ${schema.options.join('、')}`;
  return schema.description ?? '格式不合';
}

export const one = <T>(schema: z.ZodType<T>, about: string): Parameter<T> => ({
  schema,
  isList: false,
  isRequired: false,
  about,
  allowed: allowedBy(schema),
});

export const many = <T>(schema: z.ZodType<T>, about: string): Parameter<readonly T[]> => ({
  schema,
  isList: true,
  isRequired: false,
  about: `${about}；可用逗号分隔多个`,
  allowed: allowedBy(schema),
});

export const required = <T>(parameter: Parameter<T>): Parameter<T> => ({ ...parameter, isRequired: true });

const badValue = (name: string, value: string, { allowed }: Parameter<unknown>): ProblemType =>
  new Problem(400, 'bad_parameter', '参数有误', `参数 ${quoted(name)} 不能是${quoted(value)}：${allowed}。`, {
    parameter: name,
    allowed,
  });

function read(name: string, text: string, parameter: Parameter<unknown>): unknown {
  const one = (value: string): unknown => {
    const { success, data } = parameter.schema.safeParse(value);
    if (!success) throw badValue(name, value, parameter);
    return data;
  };
  if (!parameter.isList) return one(text);
  const values = text.split(',').map((value) => value.trim());
  if (values.length > MOST_VALUES)
    throw new Problem(400, 'too_many_values', '参数过多', `参数 ${quoted(name)} 最多 ${MOST_VALUES} 个值。`, {
      parameter: name,
      most: MOST_VALUES,
    });
  return [...new Set(values)].map(one);
}

/** Reads what an address gives; names what it does not know, what stands twice, and what is wrong. */
export function readParameters<P extends Parameters>(
  declared: P,
  given: Iterable<readonly [name: string, text: string]>,
): Values<P> {
  const values: Record<string, unknown> = {};
  for (const [name, text] of given) {
    const parameter = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (!parameter)
      throw new Problem(400, 'unknown_parameter', '没有这个参数', `这里没有参数${quoted(name)}。`, {
        parameter: name.slice(0, 100),
        allowed: Object.keys(declared),
      });
    if (Object.hasOwn(values, name))
      throw new Problem(
        400,
        'repeated_parameter',
        '参数重复',
        `参数 ${quoted(name)} 给了不止一次；多个值用逗号分隔。`,
        {
          parameter: name,
        },
      );
    values[name] = read(name, text, parameter);
  }
  for (const [name, { isRequired, about }] of Object.entries(declared))
    if (isRequired && !Object.hasOwn(values, name))
      throw new Problem(400, 'missing_parameter', '缺少参数', `需要参数 ${quoted(name)}：${about}。`, {
        parameter: name,
      });
  return values as Values<P>;
}
