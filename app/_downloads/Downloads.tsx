import type { View } from '../../lib/selection';
import { embedPath, queryOf } from '../_embed/addresses';
import { forPeople, TABLE_FORMS, tablePath } from './addresses';

interface DownloadsProps {
  /** what is downloaded, for readers who cannot see its surroundings */
  of: string;
  forms: readonly { label: string; href: string }[];
}

/** Links that save something in several forms. */
export function Downloads({ of, forms }: DownloadsProps) {
  return (
    <p className="downloads small no-print">
      <span>下载</span>
      {forms.map(({ label, href }) => (
        <a key={label} href={href} download aria-label={`下载${of}（${label}）`}>
          {label}
        </a>
      ))}
    </p>
  );
}

/** A table of an account; of all tables there is a workbook only. */
export function TableDownloads({ account, table, of }: { account: string; table: string; of: string }) {
  const forms = TABLE_FORMS.filter((form) => table !== 'all' || form === 'xlsx');
  return (
    <Downloads
      of={of}
      forms={forms.map((form) => ({
        label: form.toUpperCase(),
        href: forPeople(tablePath(account, table, form)),
      }))}
    />
  );
}

const TWINS = ['csv', 'xlsx', 'svg', 'png'] as const;

interface PanelDownloadsProps {
  panel: string;
  title: string;
  accounts: readonly string[];
  /** the options it is shown with */
  view: View;
}

/** The twins of a panel, as it stands. */
export function PanelDownloads({ panel, title, accounts, view }: PanelDownloadsProps) {
  const query = queryOf({ accounts, view }, null);
  const forms = TWINS.map((form) => ({ label: form.toUpperCase(), href: forPeople(embedPath(panel, query, form)) }));
  return <Downloads of={title} forms={forms} />;
}
