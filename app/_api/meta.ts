import { z } from 'zod';
import { isSample } from '../../db/queries/sample';
import { LICENCE } from '../../lib/licence';
import { SAMPLE, SAMPLE_WORDS } from '../_answers/sample';
import type { Store } from '../_store/store';
import { named } from './schemas';

export const metaSchema = z
  .object({
    dataVersion: z.int().min(0).describe('数据每次载入加一'),
    sample: z.boolean().describe('是否示例数据'),
    notice: z.literal(SAMPLE).optional(),
    source: z.object({ name: z.string(), text: z.string(), url: z.url() }),
    licence: z.object({ name: z.string(), text: z.string() }),
    documentation: z.url(),
  })
  .register(named, { id: 'Meta' });
export type Meta = z.infer<typeof metaSchema>;

export const linksSchema = z
  .object({ self: z.url(), next: z.url().nullable().describe('下一页；null：到此为止') })
  .register(named, { id: 'Links' });
export type Links = z.infer<typeof linksSchema>;

/** What every answer says of itself. */
export function metaOf({ db, version }: Store, origin: string): Meta {
  const sample = isSample(db);
  return {
    dataVersion: version,
    sample,
    ...(sample ? { notice: SAMPLE } : {}),
    source: {
      name: '决算通览',
      text: sample ? SAMPLE_WORDS : '各部门公开的决算文件；每个数字附有原文的行。',
      url: origin,
    },
    licence: sample ? { name: SAMPLE, text: SAMPLE_WORDS } : LICENCE,
    documentation: `${origin}/api`,
  };
}
