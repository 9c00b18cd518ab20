import { serveSitemap } from '../../_downloads/sitemap';

export const dynamic = 'force-dynamic';

/** A list of pages. */
export async function GET(request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  return serveSitemap(request, (await params).part);
}
