import type { Parameter, Parameters } from '../parameter';
import { Scroll } from './Scroll';

/** What is allowed in more characters than this is folded away. */
const LONG = 120;

/** Parameters with what they mean and what is allowed. */
export function ParameterTable({
  label,
  inPath,
  inQuery,
}: {
  label: string;
  inPath?: Parameters;
  inQuery: Parameters;
}) {
  const rows = [
    ...Object.entries(inPath ?? {}).map(([name, parameter]) => ({ name, parameter, place: '路径' })),
    ...Object.entries(inQuery).map(([name, parameter]) => ({
      name,
      parameter,
      place: parameter.isRequired ? '必需' : '',
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <Scroll label={label}>
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
