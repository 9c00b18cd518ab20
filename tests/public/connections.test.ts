import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connections } from '../../app/_public/connections';

const MEGABYTES = 32;

let server: Server;
let connections: Connections;
let port: number;
beforeEach(async () => {
  connections = new Connections();
  server = createServer((request, response) => {
    connections.begin(request.socket, response);
    response.end(Buffer.alloc(request.url === '/long' ? MEGABYTES << 20 : 1));
  });
  server.on('connection', (socket) => connections.open(socket));
  connections.spare(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  server.closeAllConnections();
});

async function ask(path: string): Promise<{ socket: Socket; first: Buffer }> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
  const first = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
  socket.pause();
  return { socket, first };
}

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.resume();
  });

describe('a server that is closed', () => {
  it('lets a slow reader read to the end, though the answer was written down long ago', async () => {
    const { socket, first } = await ask('/long');
    const done = new Promise<void>((resolve) => server.close(() => resolve()));
    connections.closeUnused();
    let received = first.length;
    socket.on('data', (chunk) => {
      received += chunk.length;
    });
    const look = setInterval(() => connections.closeUnused(), 10);
    await Promise.all([closed(socket), done]);
    clearInterval(look);
    expect(received).toBeGreaterThan(MEGABYTES << 20);
    await expect.poll(() => connections.size).toBe(0);
  });

  it('lets go of connections that nothing runs on, with and without a request before', async () => {
    const { socket: used } = await ask('/');
    const silent = connect(port, '127.0.0.1').on('error', () => undefined);
    await expect.poll(() => connections.size).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([closed(used), closed(silent), new Promise<void>((resolve) => server.close(() => resolve()))]);
    await expect.poll(() => connections.size).toBe(0);
  });

  it('cuts everything off when it must', async () => {
    const { socket } = await ask('/long');
    const done = new Promise<void>((resolve) => server.close(() => resolve()));
    connections.closeAll();
    await Promise.all([closed(socket), done]);
    await expect.poll(() => connections.size).toBe(0);
  });
});
