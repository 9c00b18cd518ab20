import { listOfCode, subjectPath } from '../../lib/subjectSelection';

/** A code, leading to its own page where it is one of the two lists'. */
export function CodeLink({ code }: { code: string }) {
  const list = listOfCode(code);
  if (!list) return <span className="code">{code}</span>;
  return (
    <a className="code cell-link" href={subjectPath(list, code)} title="这个科目的各年与各部门">
      {code}
    </a>
  );
}
