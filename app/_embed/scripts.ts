import 'server-only';
import { makeAnswer } from '../_answers/answer';
import { FRAME_HEADERS } from './headers';

/** A self-contained function as the text of a classic script; any page may run it. */
export const scriptAnswer = (script: () => void) =>
  makeAnswer({
    type: 'text/javascript; charset=utf-8',
    body: `(${script})();\n`,
    version: 'script',
    headers: { ...FRAME_HEADERS, 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
  });
