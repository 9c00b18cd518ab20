import {
  DESCRIPTOR_FILE,
  type Export,
  exportedSize,
  fileOf,
  RESOURCES,
  SQLITE_FILE,
  ZIP_FILE,
} from '../../db/exported';
import { forPeople } from './addresses';
import { sizeWords } from './words';

const WHOLE = [
  { file: ZIP_FILE, name: '整包', of: '下面全部 CSV 与说明文件，一个压缩包' },
  { file: SQLITE_FILE, name: 'SQLite', of: '同样的表，一个数据库文件，可直接查询' },
  {
    file: DESCRIPTOR_FILE,
    name: '数据包说明',
    of: 'Fiscal Data Package（frictionless）：各表的字段、类型、键和校验值',
  },
] as const;

const sizeOf = (made: Export | undefined, file: string): string => (made ? sizeWords(exportedSize(made, file)) : '');

/** The whole store in three forms. The answer says that it is a file; until there is one, it is a page that waits. */
export function WholeStore({ made }: { made: Export | undefined }) {
  return (
    <div className="table-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">文件</th>
            <th scope="col">内容</th>
            <th scope="col" className="figure">
              大小
            </th>
          </tr>
        </thead>
        <tbody>
          {WHOLE.map(({ file, name, of }) => (
            <tr key={file}>
              <th scope="row">
                <a href={`/data/${file}`}>
                  {name} {file}
                </a>
              </th>
              <td className="words">{of}</td>
              <td className="figure">{sizeOf(made, file)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Each table with its fields. */
export function StoreTables({ made }: { made: Export | undefined }) {
  return RESOURCES.map((resource) => {
    const file = fileOf(resource);
    const rows = made?.descriptor.resources.find(({ path }) => path === file)?.rows;
    return (
      <section key={file} className="data-table" id={resource.name} aria-labelledby={`${resource.name}-title`}>
        <h3 id={`${resource.name}-title`}>
          {resource.title} <span className="code">{resource.name}</span>
        </h3>
        <p>{resource.description}</p>
        <p className="small">
          <a href={forPeople(`/data/${file}`)}>{file}</a>
          {rows !== undefined && `　${rows.toLocaleString('en')} 行　${sizeOf(made, file)}`}
        </p>
        <details>
          <summary>字段</summary>
          <Fields resource={resource} />
        </details>
      </section>
    );
  });
}

const TYPES = { string: '文字', integer: '整数', number: '数', boolean: '是 1 否 0' } as const;

function Fields({ resource }: { resource: (typeof RESOURCES)[number] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={`${resource.title}的字段`}>
      <table>
        <thead>
          <tr>
            <th scope="col">字段</th>
            <th scope="col">含义</th>
            <th scope="col">类型</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {resource.fields.map(({ name, title, type, description, words }) => (
            <tr key={name}>
              <th scope="row" className="code">
                {name}
              </th>
              <td>{title}</td>
              <td>{TYPES[type]}</td>
              <td className="words">
                {description}
                {words && `${description ? '；' : ''}${words.join('、')}`}
                {resource.key.includes(name) && '（键）'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
