import { z } from 'zod';

/** What addresses say, each checked and bounded once. */
export const FIELDS = {
  /** a measure, a metric, or a subject code of 3, 5 or 7 digits */
  figure: z.string().regex(/^(?:[a-z][a-z_]{1,60}|\d{3}(?:\d{2}){0,2})$/),
  region: z.string().regex(/^\d{6}$/),
  department: z
    .string()
    .max(150)
    .regex(/^\d{6}(?:-[a-z0-9]+)+$/),
  year: z.coerce.number().int().min(1990).max(2999),
  text: z.string().trim().min(1).max(60),
  page: z.coerce.number().int().min(1).max(100_000),
} as const;
