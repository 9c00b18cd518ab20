import { serveFeed } from '../_downloads/feed';

export const dynamic = 'force-dynamic';

/** Accounts added and revised, and findings, as an Atom feed. */
export const GET = (request: Request): Promise<Response> => serveFeed(request);
