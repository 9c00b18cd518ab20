import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Networks whose word is taken for where a request came from. */
export interface Networks {
  has: (address: string) => boolean;
  /** words that are neither an address nor a network */
  unknown: readonly string[];
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** `::ffff:192.0.2.1` is 192.0.2.1: sockets that listen on both families name it so. */
export const plainAddress = (address: string): string =>
  address.toLowerCase().startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;

/** Networks from words such as `127.0.0.1`, `10.0.0.0/8`, `fd00::/8`. */
export function networksOf(words: readonly string[]): Networks {
  const list = new BlockList();
  const unknown: string[] = [];
  for (const word of words) {
    const [, address = '', bits] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(word) ?? [];
    const most = isIPv6(address) ? 128 : 32;
    if (isIP(address) === 0 || (bits !== undefined && Number(bits) > most)) unknown.push(word);
    else if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  const has = (address: string): boolean => isIP(address) !== 0 && list.check(address, familyOf(address));
  return { has, unknown };
}

/** An entry of X-Forwarded-For without port and brackets. */
const bare = (entry: string): string => {
  const text = entry.trim().replace(/^"|"$/g, '');
  const [, inner] = /^\[([^\]]+)\](?::\d+)?$/.exec(text) ?? [];
  if (inner !== undefined) return inner;
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(text) ? text.replace(/:\d+$/, '') : text;
};

/**
 * The nearest address that is not one of our own proxies. Entries further left were written by the sender and may be made
 * up; an entry that is no address ends the search at the proxy that passed it on.
 */
export function senderOf(peer: string, forwardedFor: string | undefined, proxies: Networks): string {
  let sender = plainAddress(peer);
  const entries = (forwardedFor ?? '').split(',').slice(-20).reverse();
  for (const entry of entries) {
    if (!proxies.has(sender)) break;
    const next = plainAddress(bare(entry));
    if (isIP(next) === 0) break;
    sender = next;
  }
  return sender;
}

/** The first four groups of an IPv6 address: what a provider gives to one customer. */
function networkOf(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return [...groups, ...middle, ...rest]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** Whom the limits count as one: an IPv4 address, a /64 of IPv6. */
export const countedAs = (address: string): string => (isIPv6(address) ? `${networkOf(address)}::/64` : address);

const FORWARDED = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
] as const;

export interface Sender {
  sender: string;
  /** the request came through a proxy of ours */
  isTrusted: boolean;
}

/** Says who sent a request, and takes away what a stranger claims in a proxy's name. */
export function takeSender(request: IncomingMessage, proxies: Networks): Sender {
  const peer = plainAddress(request.socket.remoteAddress ?? '');
  const { headers } = request;
  const isTrusted = proxies.has(peer);
  if (!isTrusted) for (const name of FORWARDED) delete headers[name];
  const told = headers['x-forwarded-for'];
  return { sender: senderOf(peer, Array.isArray(told) ? told.join(',') : told, proxies), isTrusted };
}
