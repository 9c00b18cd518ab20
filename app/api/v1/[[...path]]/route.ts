import { answerOptions, refuseMethod, serveApi } from '../../../_api/serve';

export const dynamic = 'force-dynamic';

/** The interface for programs: everything below /api/v1. */
export const GET = serveApi;
export const HEAD = serveApi;
export const OPTIONS = answerOptions;
export const POST = refuseMethod;
export const PUT = refuseMethod;
export const PATCH = refuseMethod;
export const DELETE = refuseMethod;
