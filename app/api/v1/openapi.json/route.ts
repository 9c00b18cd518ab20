import { type Answer, makeAnswer, send } from '../../../_answers/answer';
import { asProblem, problemAnswer } from '../../../_answers/problem';
import { OPEN_HEADERS } from '../../../_api/headers';
import { openApiOf } from '../../../_api/openapi';
import { answerOptions, refuseMethod } from '../../../_api/serve';
import { Kept } from '../../../_store/kept';
import { openStore } from '../../../_store/store';

export const dynamic = 'force-dynamic';

const answers = new Kept<Answer>(2);

/** The OpenAPI document of the interface. */
export async function GET(request: Request): Promise<Response> {
  try {
    const store = await openStore();
    const answer = await answers.ask(`${store.db.path} ${store.version}`, async () =>
      makeAnswer({
        type: 'application/json; charset=utf-8',
        body: `${JSON.stringify(await openApiOf(store))}\n`,
        version: store.version,
        headers: OPEN_HEADERS,
      }),
    );
    return send(request, answer);
  } catch (error) {
    return problemAnswer(asProblem(error), OPEN_HEADERS);
  }
}

export const OPTIONS = answerOptions;
export const POST = refuseMethod;
export const PUT = refuseMethod;
export const PATCH = refuseMethod;
export const DELETE = refuseMethod;
