import { CODE_LISTS, subjectsPath } from '../../../lib/subjectSelection';
import { LISTS } from '../../_subjects/words';

export default function NoSubject() {
  return (
    <header className="page-head">
      <p className="eyebrow">404</p>
      <h1>没有这个科目</h1>
      <p className="lead">
        支出功能分类的编码是 3、5 或 7 位数字，经济分类是 3 或 5 位；这个编码不在科目表中，已收录的决算也没有用过。请到
        {CODE_LISTS.map((list, at) => (
          <span key={list}>
            {at > 0 && '或'}
            <a href={subjectsPath(list)}>{LISTS[list].title}科目</a>
          </span>
        ))}
        中查找。
      </p>
    </header>
  );
}
