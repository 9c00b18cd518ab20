import { isSample } from '../../db/queries/sample';
import { servedDatabase } from '../../db/served';

/** What everything made from a sample store says, in one word and in a sentence. */
export const SAMPLE = '示例数据';
export const SAMPLE_WORDS = '示例数据：虚构的决算，用于演示和测量，不是任何部门公布的数字。';
/** The same for programs that read headers only. */
export const SAMPLE_HEADERS = { 'X-Juesuan-Data': 'sample' } as const;

/** Whether the served store is a sample; a store that cannot be read is none. */
export function servesSample(): boolean {
  try {
    return isSample(servedDatabase());
  } catch {
    return false;
  }
}

/** A column more on every record, line breaks within quotes being no ends of records. */
function markCsv(text: string): string {
  let quoted = false;
  let first = true;
  let marked = '';
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    if (sign === '\r' && !quoted) {
      marked += first ? `,数据性质（${SAMPLE}）` : `,${SAMPLE}`;
      first = false;
    }
    marked += sign;
  }
  return marked;
}

/** Over a picture that does not say it by itself. */
const STAMP = `<text x="50%" y="16" text-anchor="middle" font-size="13" fill="#b3321f">${SAMPLE}</text></svg>`;

/** A text of a sample store with the mark; types of which nothing is known here stay as they are. */
export function markSample(type: string, text: string): string {
  if (type.startsWith('text/csv')) return markCsv(text);
  if (text.includes(SAMPLE)) return text;
  if (/json\b/.test(type) && text.startsWith('{'))
    return `{"sample":${JSON.stringify(SAMPLE_WORDS)},${text.slice(1)}`.replace(/,(\s*)\}\s*$/, '$1}\n');
  if (type.startsWith('image/svg')) return text.replace(/<\/svg>\s*$/, STAMP);
  if (type.startsWith('text/html')) return text.replace(/(<body[^>]*>)/, `$1<p>${SAMPLE_WORDS}</p>`);
  return text;
}
