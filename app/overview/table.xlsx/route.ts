import { serveOverview } from '../../_overview/serveTable';

export const dynamic = 'force-dynamic';

/** The overview under its filters, as a workbook. */
export const GET = (request: Request): Promise<Response> => serveOverview(request, 'xlsx');
