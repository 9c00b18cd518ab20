import { serveSitemap } from '../_downloads/sitemap';

export const dynamic = 'force-dynamic';

/** The list of the lists of all pages. */
export const GET = (request: Request): Promise<Response> => serveSitemap(request);
