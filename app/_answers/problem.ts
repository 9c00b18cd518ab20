/** What went wrong, for the one who asked: a status, a word for programs, a Chinese sentence for people. */
export class Problem extends Error {
  override name = 'Problem';
  constructor(
    readonly status: 400 | 404 | 405 | 406 | 413 | 414 | 429 | 503,
    /** `unknown_panel`; with the prefix of `type` the problem's URN */
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    /** further members, e.g. the parameter and what it allows */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The one shape of errors: problem details of RFC 9457. */
export const problemBody = ({ status, code, title, detail, more }: Problem): Record<string, unknown> => ({
  type: `urn:juesuan:problem:${code}`,
  title,
  status,
  detail,
  ...more,
});

export const problemAnswer = (problem: Problem, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(`${JSON.stringify(problemBody(problem))}\n`, {
    status: problem.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' },
  });

/** On an answer that waits for something in the making: expected, and no failure for the log. */
export const PREPARING = { 'X-Juesuan-State': 'preparing' } as const;

/** Any failure as a problem; what is inside the server stays inside. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  console.error(error);
  return new Problem(503, 'unavailable', '暂时不能应答', '服务暂时读不到数据，请稍后再试。');
}

/** Quotes what somebody sent, short enough to be shown. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
