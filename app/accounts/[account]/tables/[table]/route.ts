import { serveTable } from '../../../../_downloads/accountTables';

export const dynamic = 'force-dynamic';

interface Asked {
  params: Promise<{ account: string; table: string }>;
}

/** A table of the account for programs and spreadsheets. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { account, table } = await params;
  return serveTable(request, account, table);
}
