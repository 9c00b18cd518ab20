import { choosePath } from '../../../lib/selection';

export default function NoDepartment() {
  return (
    <header className="page-head">
      <p className="eyebrow">404</p>
      <h1>没有这个部门</h1>
      <p className="lead">
        这个地址不属于库中的任何部门。部门的地址由行政区划代码和名称的拼音组成；请从
        <a href="/">总览</a>或<a href={choosePath()}>决算列表</a>中找到它。
      </p>
    </header>
  );
}
