import { Socket } from 'node:net';

export interface Heard {
  status: number;
  /** names in lower case; repeated ones joined */
  headers: Map<string, string>;
  body: string;
}

export interface Said {
  method?: string;
  headers?: readonly (readonly [string, string])[];
  body?: string;
  /** the address of this machine to speak from */
  from?: string;
}

function readAnswer(raw: Buffer): Heard {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = (end < 0 ? text : text.slice(0, end)).split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    const before = headers.get(name.toLowerCase());
    headers.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
  }
  const [, status = '0'] = /^HTTP\/1\.1 (\d{3})/.exec(first) ?? [];
  return { status: Number(status), headers, body: raw.subarray(end < 0 ? raw.length : end + 4).toString('utf8') };
}

/** One request, byte for byte as given and with nothing mended, on a connection of its own. */
export function say(
  port: number,
  target: string,
  { method = 'GET', headers = [], body = '', from = '127.0.0.1' }: Said = {},
): Promise<Heard> {
  const told = new Set(headers.map(([name]) => name.toLowerCase()));
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(told.has('host') ? [] : [`Host: 127.0.0.1:${port}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
  ];
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = new Socket();
    const done = (): void => resolve(readAnswer(Buffer.concat(chunks)));
    socket.setTimeout(30_000, () => socket.destroy(new Error(`no answer in time: ${target.slice(0, 200)}`)));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', done);
    socket.on('error', (error) => (chunks.length > 0 ? done() : reject(error)));
    socket.connect({ port, host: '127.0.0.1', localAddress: from }, () =>
      socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`),
    );
  });
}
