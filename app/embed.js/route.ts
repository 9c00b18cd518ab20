import { send } from '../_answers/answer';
import { hostScript } from '../_embed/hostScript';
import { scriptAnswer } from '../_embed/scripts';

export const dynamic = 'force-dynamic';
const script = scriptAnswer(hostScript);

/** The optional script of a portal's page: frames as high as their content. */
export const GET = (request: Request): Response => send(request, script);
