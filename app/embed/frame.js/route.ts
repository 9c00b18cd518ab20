import { send } from '../../_answers/answer';
import { frameScript } from '../../_embed/frameScript';
import { scriptAnswer } from '../../_embed/scripts';

export const dynamic = 'force-dynamic';
const script = scriptAnswer(frameScript);

/** The optional script inside a frame. */
export const GET = (request: Request): Response => send(request, script);
