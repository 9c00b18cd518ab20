import { serveEmbed } from '../../_embed/serve';

export const dynamic = 'force-dynamic';

/** A panel as a frame, and, with an ending, as picture or data. */
export async function GET(request: Request, { params }: { params: Promise<{ panel: string }> }): Promise<Response> {
  return serveEmbed(request, (await params).panel);
}
