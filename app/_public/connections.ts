import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The connections of a process and how many answers each has under way. Node takes a connection for idle as soon as its answer
 * has been written down, though a slow reader is still far from its end; here it is idle when the last byte is handed over.
 */
export class Connections {
  readonly #running = new Map<Socket, number>();

  open(socket: Socket): void {
    if (this.#running.has(socket)) return;
    this.#running.set(socket, 0);
    socket.once('close', () => this.#running.delete(socket));
  }

  begin(socket: Socket, response: ServerResponse): void {
    this.open(socket);
    this.#add(socket, 1);
    response.once('close', () => this.#add(socket, -1));
  }

  #add(socket: Socket, more: number): void {
    const count = this.#running.get(socket);
    if (count !== undefined) this.#running.set(socket, count + more);
  }

  get size(): number {
    return this.#running.size;
  }

  closeUnused(): void {
    for (const [socket, count] of this.#running) if (count === 0 && socket.writableLength === 0) socket.destroy();
  }

  closeAll(): void {
    for (const socket of this.#running.keys()) socket.destroy();
  }

  /** From now on the server, when it is closed, leaves alone what is still being read. */
  spare(server: Server): void {
    server.closeIdleConnections = () => this.closeUnused();
  }
}
