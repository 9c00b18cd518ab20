import { send } from '../../_answers/answer';
import { scriptAnswer } from '../../_embed/scripts';
import { selfTestScript } from '../../_embed/selfTestScript';

export const dynamic = 'force-dynamic';
const script = scriptAnswer(selfTestScript);

/** The checks of the self-test page. */
export const GET = (request: Request): Response => send(request, script);
