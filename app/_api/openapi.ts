import 'server-only';
import { z } from 'zod';
import type { Store } from '../_store/store';
import { answerSchema } from './answerSchema';
import type { Endpoint } from './endpoint';
import { askExamples, type Example } from './examples';
import { MEDIA_TYPES } from './format';
import type { Parameter, Parameters } from './parameter';
import { formsOf } from './routes';
import { named } from './schemas';
import { listParameters } from './serve';

type Json = Readonly<Record<string, unknown>>;

const REFERENCE = '#/components/schemas/';

/** Members may be added in time: what is not named is not forbidden. */
const published = (schema: Json): Json => {
  const { $schema: _schema, $id: _id, ...rest } = schema;
  return rest;
};

const schemaOfValue = (schema: z.ZodType): Json => published(z.toJSONSchema(schema, { io: 'input' }) as Json);

function parameterOf(place: 'path' | 'query', name: string, parameter: Parameter<unknown>): Json {
  const { schema, isList, isRequired, about } = parameter;
  const value = schemaOfValue(schema);
  return {
    name,
    in: place,
    required: place === 'path' || isRequired,
    description: about,
    ...(isList ? { style: 'form', explode: false } : {}),
    schema: isList ? { type: 'array', items: value, minItems: 1, maxItems: 100 } : value,
  };
}

const parametersOf = (place: 'path' | 'query', parameters: Parameters): Json[] =>
  Object.entries(parameters).map(([name, parameter]) => parameterOf(place, name, parameter));

/** The panel's own options: their names are the panel's. */
const OPTIONS: Json = {
  name: 'options',
  in: 'query',
  required: false,
  description: '图表自己的选项，名称和取值见数据里的 options，如 level=2',
  style: 'form',
  explode: true,
  schema: { type: 'object', additionalProperties: { type: 'string' } },
};

/** The parameters' values of an example, by name. */
function valuesIn({ address, endpoint }: Example): Map<string, string> {
  const [path = '', query = ''] = address.split('?');
  const parts = path.split('/');
  const inPath = endpoint.path
    .split('/')
    .flatMap((part, at): [string, string][] => (/^\{/.test(part) ? [[part.slice(1, -1), parts[at] ?? '']] : []));
  return new Map([...inPath, ...new URLSearchParams(query)]);
}

function withExample(parameter: Json, values: ReadonlyMap<string, string>): Json {
  const value = values.get(String(parameter.name));
  if (value === undefined) return parameter;
  const { type } = parameter.schema as { type?: string };
  const number = type === 'integer' || (parameter.name === 'limit' && value !== 'all');
  return { ...parameter, example: type === 'array' ? value.split(',') : number ? Number(value) : value };
}

const answer = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: `${REFERENCE}Problem` } } },
});

const HEADERS: Json = {
  ETag: { description: '数据版本与内容', schema: { type: 'string' } },
  Link: { description: 'rel="next" 下一页，rel="license" 许可，rel="via" 出处', schema: { type: 'string' } },
  'Juesuan-Data-Version': { description: '数据版本', schema: { type: 'string' } },
  'X-Juesuan-Data': { description: 'sample：示例数据', schema: { type: 'string' } },
};

function contentOf(endpoint: Endpoint, { json, csv }: Example): Json {
  const schema = { $ref: `${REFERENCE}${named.get(answerSchema(endpoint))?.id}` };
  const forms: Record<string, Json> = {
    json: { schema, ...(json === null ? {} : { examples: { example: { value: json } } }) },
    csv: { schema: { type: 'string' }, ...(csv === null ? {} : { examples: { example: { value: csv } } }) },
    ndjson: { schema: { type: 'string', description: '一行一个 JSON' } },
  };
  return Object.fromEntries(formsOf(endpoint).map((form) => [MEDIA_TYPES[form], forms[form]]));
}

function operationOf(example: Example): Json {
  const { endpoint } = example;
  const values = valuesIn(example);
  const query = endpoint.kind === 'collection' ? listParameters(endpoint) : endpoint.inQuery;
  const isOpen = endpoint.kind === 'item' && endpoint.isOpen === true;
  const parameters = [...parametersOf('path', endpoint.inPath), ...parametersOf('query', query)].map((parameter) =>
    withExample(parameter, values),
  );
  return {
    operationId: endpoint.id,
    summary: endpoint.title,
    description: endpoint.about,
    parameters: isOpen ? [...parameters, OPTIONS] : parameters,
    responses: {
      200: { description: endpoint.title, headers: HEADERS, content: contentOf(endpoint, example) },
      304: { description: '与 If-None-Match 所说的相同' },
      400: answer('参数有误，detail 说明哪一个、可用什么'),
      404: answer('没有所问的'),
      406: answer('没有 Accept 所要的形式'),
      ...(endpoint.kind === 'collection' ? { 503: answer('同时发送的完整清单过多，Retry-After 后再取') } : {}),
    },
  };
}

/** Every named schema under components. */
function componentsOf(endpoints: readonly Endpoint[]): Json {
  for (const endpoint of endpoints) answerSchema(endpoint);
  const { schemas } = z.toJSONSchema(named, {
    uri: (id) => `${REFERENCE}${id}`,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, schema]) => [id, published(schema as Json)]),
  );
}

/** The document of the interface, of OpenAPI 3.1, made of what routes and validation are made of. */
export async function openApiOf(store: Store) {
  const examples = await askExamples(store);
  return {
    openapi: '3.1.1',
    info: {
      title: '决算通览接口',
      version: '1',
      summary: '部门决算公开数据',
      description:
        '部门决算的表、数字、叙述、指标与核对发现。金额为文本，不经浮点；每个数字附原文的行。只读，无需密钥，任何来源的网页都可以取。',
      license: { name: 'MIT（程序）；数据为国家机关公文，不适用著作权法', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries(examples.map((example) => [example.endpoint.path, { get: operationOf(example) }])),
    components: { schemas: componentsOf(examples.map(({ endpoint }) => endpoint)) },
  };
}
