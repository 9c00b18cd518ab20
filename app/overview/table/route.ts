import { serveOverview } from '../../_overview/serveTable';

export const dynamic = 'force-dynamic';

/** A part of the overview under its filters, as CSV. */
export const GET = (request: Request): Promise<Response> => serveOverview(request, 'csv');
