import type { SubjectDetail } from '../../db/queries/subject';
import {
  type SubjectList,
  type SubjectSelection,
  scopeOf,
  subjectPath,
  subjectsPath,
} from '../../lib/subjectSelection';
import { LISTS } from './words';

interface CrumbsProps {
  list: SubjectList;
  selection: SubjectSelection;
  /** 类, 款 above the code, then the code */
  chain: readonly SubjectDetail[];
}

/** The way down to a code; each step opens the codes beside it. */
export function CodeCrumbs({ list, selection, chain }: CrumbsProps) {
  const scope = scopeOf(selection);
  return (
    <nav className="crumbs" aria-label="所在位置">
      <ol>
        <li>
          <a href={subjectsPath(list, scope)}>{LISTS[list].title}</a>
        </li>
        {chain.map((step, at) => (
          <li key={step.code} aria-current={at === chain.length - 1 ? 'page' : undefined}>
            {at === chain.length - 1 ? (
              `${step.code} ${step.name}`
            ) : (
              <a href={subjectPath(list, step.code, scope)}>
                {step.code} {step.name}
              </a>
            )}
            {step.siblings.length > 1 && (
              <details className="siblings">
                <summary>同级</summary>
                <ul>
                  {step.siblings.map(({ code, name }) => (
                    <li key={code}>
                      <a href={subjectPath(list, code, scope)} aria-current={code === step.code ? 'true' : undefined}>
                        <span className="code">{code}</span>
                        {name}
                      </a>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
