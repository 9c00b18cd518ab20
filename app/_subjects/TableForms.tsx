import { FORM_WORDS } from '../_twins/twin';

/** The forms of a table to take along; the address carries what was chosen. */
export function TableForms({ path }: { path: (form: string) => string }) {
  return (
    <p className="downloads small no-print">
      <span>下载</span>
      {(['table.csv', 'table.xlsx'] as const).map((form) => (
        <a key={form} href={path(form)} download>
          {FORM_WORDS[form]}
        </a>
      ))}
    </p>
  );
}
