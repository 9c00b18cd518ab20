import type { Endpoint } from '../endpoint';
import { ENDPOINTS } from '../endpoints';
import type { Example } from '../examples';
import type { Parameters } from '../parameter';
import { ACCOUNT_FILTERS, PAGING } from '../parameters';
import { formsOf } from '../routes';
import { listParameters } from '../serve';
import { membersOf } from './members';
import { ParameterTable } from './ParameterTable';
import { Code, Scroll } from './Scroll';

/** An example answer is shown up to so many characters. */
const MOST_SHOWN = 4_000;

interface SectionProps {
  example: Example;
  origin: string;
}

/** One address: what it answers, its parameters, an example with its answer, and the members of the answer. */
export function EndpointSection({ example, origin }: SectionProps) {
  const { endpoint, address } = example;
  const { id, path, title, about } = endpoint;
  const like = likeOf(endpoint);
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
      <Asked endpoint={endpoint} />
      <Code label={`${title}：请求的例子`}>{`curl '${origin}/api/v1${address === '/' ? '' : address}'`}</Code>
      {example.json !== null && (
        <details>
          <summary>答复的例子</summary>
          <Code label={`${title}：答复的例子`}>{shortened(JSON.stringify(example.json, null, 1), origin)}</Code>
        </details>
      )}
      {like ? (
        <p className="small">
          行的成员同 <a href={`#${like.id}`}>{like.title}</a>
        </p>
      ) : (
        <MemberTable endpoint={endpoint} />
      )}
    </section>
  );
}

function shortened(json: string, origin: string): string {
  const text = json.replaceAll('https://juesuan.example', origin);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}\n…` : text;
}

/** Its own parameters; those that many addresses share are explained once, above. */
function Asked({ endpoint }: { endpoint: Endpoint }) {
  const query: Parameters = endpoint.kind === 'collection' ? listParameters(endpoint) : endpoint.inQuery;
  const isOf = (shared: Parameters, name: string): boolean => shared[name] === query[name];
  const names = Object.keys(query);
  const choosing = names.filter((name) => isOf(ACCOUNT_FILTERS, name));
  const own = names.filter((name) => !choosing.includes(name) && !isOf(PAGING, name) && name !== 'fields');
  return (
    <>
      <ParameterTable
        label={`${endpoint.title}：参数`}
        inPath={endpoint.inPath}
        inQuery={Object.fromEntries(own.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))}
      />
      {choosing.length > 0 && (
        <p className="small">
          <a href="#filters">筛选</a>：{choosing.join('、')}
        </p>
      )}
      {endpoint.kind === 'collection' && (
        <p className="small">
          <a href="#paging">分页与字段</a>：limit、cursor、fields
        </p>
      )}
    </>
  );
}

const schemaOf = (endpoint: Endpoint) => (endpoint.kind === 'collection' ? endpoint.row : endpoint.answer);

/** The first address with the same rows, where it is another one. */
function likeOf(endpoint: Endpoint): Endpoint | undefined {
  const first = ENDPOINTS.find((one) => schemaOf(one) === schemaOf(endpoint));
  return first === endpoint ? undefined : first;
}

function MemberTable({ endpoint }: { endpoint: Endpoint }) {
  const members = membersOf(schemaOf(endpoint));
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
