import { makeAnswer, send } from '../../_answers/answer';
import { FRAME_HEADERS, frameAncestors } from '../../_embed/headers';
import { selfTestPage } from '../../_embed/selfTest';

export const dynamic = 'force-dynamic';

/** It asks for itself once more to see its headers, hence connect-src. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Whether frames get through, for a portal's engineers. */
export function GET(request: Request): Response {
  const answer = makeAnswer({
    type: 'text/html; charset=utf-8',
    body: selfTestPage(),
    version: 'self-test',
    headers: { ...FRAME_HEADERS, 'Cache-Control': 'no-store' },
  });
  return send(request, answer, { 'Content-Security-Policy': `${POLICY}; ${frameAncestors()}` });
}
