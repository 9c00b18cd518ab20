import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../../app/_api/answerSchema';
import { ENDPOINTS } from '../../app/_api/endpoints';
import { GET as getDocument } from '../../app/api/v1/openapi.json/route';
import { ask, withStore } from './store';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: { type?: string };
  example?: string | number | string[];
}
interface Media {
  schema: { $ref?: string; type?: string };
  examples?: { example: { value: unknown } };
}
interface Operation {
  operationId: string;
  parameters: Parameter[];
  responses: Record<string, { content: Record<string, Media> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, object> };
}

withStore();

let document: Document;
beforeAll(async () => {
  const answer = await getDocument(new Request('https://juesuan.example/api/v1/openapi.json'));
  document = (await answer.json()) as Document;
});

const ajvOf = ({ components }: Document): Ajv => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'document', components });
  return ajv;
};

/** The address of an operation with its examples filled in, as a reader of the document would write it. */
function addressOf(path: string, { parameters }: Operation): string {
  const text = ({ example }: Parameter): string => (Array.isArray(example) ? example.join(',') : String(example));
  const given = parameters.filter(({ example }) => example !== undefined);
  const filled = given
    .filter((one) => one.in === 'path')
    .reduce((address, one) => address.replace(`{${one.name}}`, text(one)), path);
  const query = given.filter((one) => one.in === 'query').map((one) => `${one.name}=${text(one)}`);
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

describe('the document', () => {
  it('is a valid document of OpenAPI 3.1', async () => {
    const result = await new Validator().validate({ ...structuredClone(document) });
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it('describes every endpoint, each with an example, and requires nothing that the example leaves out', () => {
    expect(Object.keys(document.paths)).toEqual(ENDPOINTS.map(({ path }) => path));
    for (const { get } of Object.values(document.paths)) {
      expect(get.parameters.filter(({ required, example }) => required && example === undefined)).toEqual([]);
      for (const [type, { examples }] of Object.entries(get.responses[200]?.content ?? {}))
        if (type !== 'application/x-ndjson') expect(examples?.example.value, `${get.operationId} ${type}`).toBeTruthy();
    }
  });

  it('refers to nothing that it does not define', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(50);
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty(String(name));
  });
});

describe.each(ENDPOINTS.map(({ path, id }) => ({ path, id })))('GET $path', ({ path, id }) => {
  it('answers its example as the document says, and the answer is of the schema', async () => {
    const operation = document.paths[path]?.get;
    if (!operation) throw new Error(`not in the document: ${path}`);
    const content = operation.responses[200]?.content['application/json'];
    const answer = await ask(addressOf(path, operation));
    expect(answer.status).toBe(200);
    const body = await answer.json();
    expect(body).toEqual(content?.examples?.example.value);
    const validate = ajvOf(document).getSchema(`document${content?.schema.$ref}`);
    validate?.(body);
    expect(validate?.errors ?? []).toEqual([]);
    const rows = (body as { data: unknown }).data;
    if (Array.isArray(rows)) expect(rows.length).toBeGreaterThan(0);
  });

  it('holds no member that the schema does not name, and names all it holds', async () => {
    const endpoint = ENDPOINTS.find((one) => one.id === id);
    const operation = document.paths[path]?.get;
    if (!endpoint || !operation) throw new Error(`unknown endpoint: ${id}`);
    const body = await (await ask(addressOf(path, operation))).json();
    expect(answerSchema(endpoint).parse(body)).toEqual(body);
  });

  it('answers its example as CSV where it has one, and refuses parameters it does not have', async () => {
    const operation = document.paths[path]?.get;
    if (!operation) throw new Error(`not in the document: ${path}`);
    const address = addressOf(path, operation);
    const csv = operation.responses[200]?.content['text/csv'];
    const answer = await ask(address.replace(/^([^?]*)/, '$1.csv'));
    expect(answer.status).toBe(csv ? 200 : 404);
    if (csv) expect(await answer.text()).toBe(csv.examples?.example.value);
    const wrong = await ask(`${address}${address.includes('?') ? '&' : '?'}colour=red`);
    expect(wrong.status).toBe(400);
    const problem = (await wrong.json()) as object;
    expect(problem).toMatchObject({ type: 'urn:juesuan:problem:unknown_parameter', parameter: 'colour' });
    expect(ajvOf(document).validate('document#/components/schemas/Problem', problem)).toBe(true);
  });
});

it('a value of the example that is of the wrong kind is refused with what is allowed', async () => {
  for (const [path, { get }] of Object.entries(document.paths))
    for (const parameter of get.parameters.filter((one) => one.in === 'query' && one.name !== 'options')) {
      const address = addressOf(path, { ...get, parameters: [...get.parameters.filter(({ required }) => required)] });
      const asked = new URLSearchParams(address.split('?')[1] ?? '');
      asked.set(parameter.name, '\u0000');
      const answer = await ask(`${address.split('?')[0]}?${asked}`);
      expect(answer.status, `${path} ${parameter.name}`).toBe(400);
      expect(await answer.json()).toMatchObject({ parameter: parameter.name });
    }
});
