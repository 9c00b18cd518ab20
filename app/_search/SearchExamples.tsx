import { searchPath } from './hitLinks';

const EXAMPLES = [
  ['2080505', '科目编码，或其前几位'],
  ['养老保险', '名称中的几个字'],
  ['jgyxjf', '拼音首字母：机关运行经费'],
  ['shehuibaozhang', '拼音：社会保障'],
  ['财政局', '部门，可以再加地区'],
] as const;

/** What can be typed, as searches to try. */
export function SearchExamples() {
  return (
    <ul className="hits hit-examples">
      {EXAMPLES.map(([text, meaning]) => (
        <li key={text}>
          <a href={searchPath({ text })}>{text}</a>
          <span className="small"> {meaning}</span>
        </li>
      ))}
    </ul>
  );
}
