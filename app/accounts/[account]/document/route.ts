import { serveDocument } from '../../../_downloads/document';

export const dynamic = 'force-dynamic';

/** The document as it was published. */
export async function GET(request: Request, { params }: { params: Promise<{ account: string }> }): Promise<Response> {
  return serveDocument(request, (await params).account);
}
