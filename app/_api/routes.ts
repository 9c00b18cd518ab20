import { Problem, quoted } from '../_answers/problem';
import { type Endpoint, FORMATS } from './endpoint';
import { ENDPOINTS } from './endpoints';
import { type Parameters, readParameters } from './parameter';

export interface Route {
  endpoint: Endpoint;
  path: Record<string, unknown>;
  /** what stands behind the path's last point */
  ending: string | undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const unknownAddress = (path: string): Problem =>
  new Problem(404, 'unknown_address', '没有这个地址', `接口没有地址${quoted(path)}。`, {
    allowed: ENDPOINTS.map((endpoint) => endpoint.path),
  });

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
const nameIn = (part: string): string | undefined => /^\{(\w+)\}$/.exec(part)?.[1];

function matches(pattern: readonly string[], parts: readonly string[]): boolean {
  return (
    pattern.length === parts.length && pattern.every((part, at) => nameIn(part) !== undefined || part === parts[at])
  );
}

/** A part of the path that cannot be what it should be leads nowhere: 404, with the reason. */
function readPath(declared: Parameters, pattern: readonly string[], parts: readonly string[]): Record<string, unknown> {
  const given = pattern.flatMap((part, at): [string, string][] => {
    const name = nameIn(part);
    return name === undefined ? [] : [[name, parts[at] ?? '']];
  });
  try {
    return readParameters(declared, given);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(404, `unknown_${given[0]?.[0] ?? 'address'}`, '没有这个地址', error.detail, error.more);
  }
}

/** The endpoint of a path below /api/v1. */
export function findRoute(path: string): Route {
  const parts = partsOf(path).map(decoded);
  const [, stem = '', ending] = /^([^.]*)(?:\.(.*))?$/s.exec(parts.at(-1) ?? '') ?? [];
  const bare = parts.length === 0 ? [] : [...parts.slice(0, -1), stem];
  for (const endpoint of ENDPOINTS) {
    const pattern = partsOf(endpoint.path);
    if (matches(pattern, bare)) return { endpoint, path: readPath(endpoint.inPath, pattern, bare), ending };
  }
  throw unknownAddress(path);
}

export const formsOf = (endpoint: Endpoint) => (endpoint.kind === 'collection' ? FORMATS : endpoint.formats);
