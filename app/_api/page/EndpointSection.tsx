import type { Endpoint } from '../endpoint';
import type { Example } from '../examples';
import type { Parameter, Parameters } from '../parameter';
import { formsOf } from '../routes';
import { listParameters } from '../serve';
import { membersOf } from './members';
import { Code, Scroll } from './Scroll';

/** What is allowed in more characters than this is folded away. */
const LONG = 120;
/** An example answer is shown up to so many characters. */
const MOST_SHOWN = 4_000;

/** One address: what it answers, its parameters, an example with its answer, and the members of the answer. */
export function EndpointSection({ example, origin }: { example: Example; origin: string }) {
  const { endpoint, address } = example;
  const { id, path, title, about } = endpoint;
  return (
    <section className="api-endpoint" id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p className="api-address">
        <code>GET /api/v1{path === '/' ? '' : path}</code>
        <a href={`#${id}`} aria-label={`${title}：本节的链接`}>
          #
        </a>
      </p>
      <p>{about}</p>
      <p className="small">形式：{formsOf(endpoint).join('、')}</p>
      <ParameterTable endpoint={endpoint} />
      <Code label={`${title}：请求的例子`}>{`curl '${origin}/api/v1${address === '/' ? '' : address}'`}</Code>
      {example.json !== null && (
        <details>
          <summary>答复的例子</summary>
          <Code label={`${title}：答复的例子`}>{shortened(JSON.stringify(example.json, null, 1), origin)}</Code>
        </details>
      )}
      <MemberTable endpoint={endpoint} />
    </section>
  );
}

function shortened(json: string, origin: string): string {
  const text = json.replaceAll('https://juesuan.example', origin);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}\n…` : text;
}

function ParameterTable({ endpoint }: { endpoint: Endpoint }) {
  const query: Parameters = endpoint.kind === 'collection' ? listParameters(endpoint) : endpoint.inQuery;
  const rows = [
    ...Object.entries(endpoint.inPath).map(([name, parameter]) => ({ name, parameter, place: '路径' })),
    ...Object.entries(query).map(([name, parameter]) => ({
      name,
      parameter,
      place: parameter.isRequired ? '必需' : '',
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <Scroll label={`${endpoint.title}：参数`}>
      <table>
        <thead>
          <tr>
            <th scope="col">参数</th>
            <th scope="col">意思</th>
            <th scope="col">可用</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, parameter, place }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
                {place && <span className="small"> {place}</span>}
              </th>
              <td>{parameter.about}</td>
              <td>
                <Allowed parameter={parameter} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Allowed({ parameter }: { parameter: Parameter<unknown> }) {
  const allowed = parameter.allowed.replace(/^(?:可用|应为) ?/, '');
  if (allowed.length <= LONG) return allowed;
  return (
    <details>
      <summary>{allowed.slice(0, 40)}…</summary>
      {allowed}
    </details>
  );
}

function MemberTable({ endpoint }: { endpoint: Endpoint }) {
  const members = membersOf(endpoint.kind === 'collection' ? endpoint.row : endpoint.answer);
  if (members.length === 0) return null;
  return (
    <details>
      <summary>{endpoint.kind === 'collection' ? '一行的成员，也是 CSV 的各栏' : '数据的成员'}</summary>
      <Scroll label={`${endpoint.title}：成员`}>
        <table>
          <thead>
            <tr>
              <th scope="col">成员</th>
              <th scope="col">值</th>
              <th scope="col">意思</th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ name, kind, about }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{kind}</td>
                <td>{about}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
