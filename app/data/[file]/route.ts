import { serveBulk } from '../../_downloads/bulk';

export const dynamic = 'force-dynamic';

/** The whole store: the data package, its tables, the archive, the SQLite file. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  return serveBulk(request, (await params).file);
}
