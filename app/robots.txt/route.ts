import { serveRobots } from '../_downloads/sitemap';

export const dynamic = 'force-dynamic';

/** What crawlers may read. */
export const GET = (request: Request): Promise<Response> => serveRobots(request);
