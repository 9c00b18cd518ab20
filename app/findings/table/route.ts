import { serveFindings } from '../../_findings/serveTable';

export const dynamic = 'force-dynamic';

/** The findings under the filters of the list, as CSV. */
export const GET = (request: Request): Promise<Response> => serveFindings(request, 'csv');
