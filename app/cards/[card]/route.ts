import { serveCard } from '../../_downloads/cards';

export const dynamic = 'force-dynamic';

/** The picture that stands for a page where it is shared. */
export async function GET(request: Request, { params }: { params: Promise<{ card: string }> }): Promise<Response> {
  return serveCard(request, (await params).card);
}
