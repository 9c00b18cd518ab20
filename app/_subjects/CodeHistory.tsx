import type { SubjectDetail } from '../../db/queries/subject';
import { changeText } from '../../db/queries/subjectChanges';
import type { SubjectList } from '../../lib/subjectSelection';

/** What the code was before, and what documents call it. */
export function CodeHistory({ list, subject }: { list: SubjectList; subject: SubjectDetail }) {
  const { history, printedNames } = subject;
  return (
    <>
      {history.length === 0 ? (
        <p className="note">
          {list === 'functional' ? '科目表没有记载这个科目的更名、移动或合并。' : '经济分类科目的历次改动没有收录。'}
        </p>
      ) : (
        <ul className="dotted">
          {history.map((change) => {
            const text = changeText(change);
            return <li key={text}>{text}</li>;
          })}
        </ul>
      )}
      {printedNames.length > 0 && (
        <>
          <h3>文件中的其他写法</h3>
          <ul className="dotted">
            {printedNames.map(({ name, accounts }) => (
              <li key={name}>
                “{name}”<span className="small"> {accounts} 份决算</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
