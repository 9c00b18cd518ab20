import { describe, expect, it, test } from 'vitest';
import { countedAs, networksOf, plainAddress, senderOf } from '../../app/_public/senders';

const proxies = networksOf(['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8']);

describe('networks', () => {
  test.each([
    ['127.0.0.1', true],
    ['10.200.3.4', true],
    ['11.0.0.1', false],
    ['fd12::1', true],
    ['2001:db8::1', false],
    ['', false],
    ['unix', false],
  ])('%s is ours: %s', (address, ours) => {
    expect(proxies.has(address)).toBe(ours);
  });

  it('words that are no network are named', () => {
    expect(networksOf(['10.0.0.0/33', 'proxy.example', '1.2.3', '::1/129', '*']).unknown).toEqual([
      '10.0.0.0/33',
      'proxy.example',
      '1.2.3',
      '::1/129',
      '*',
    ]);
  });
});

describe('who sent it', () => {
  test.each([
    ['a stranger speaks for himself only', '203.0.113.9', '1.2.3.4', '203.0.113.9'],
    ['one proxy', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['two proxies', '127.0.0.1', '203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['what stands left of a stranger is made up', '127.0.0.1', '1.2.3.4, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['no header', '127.0.0.1', undefined, '127.0.0.1'],
    ['nonsense ends at the proxy that passed it on', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['nonsense behind a proxy', '127.0.0.1', '<script>, 10.0.0.2', '10.0.0.2'],
    ['port', '127.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
    ['IPv6 in brackets', '::1', '[2001:db8::7]:4711', '2001:db8::7'],
    ['IPv4 over IPv6', '::ffff:127.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
  ])('%s', (_, peer, told, sender) => {
    expect(senderOf(peer, told, proxies)).toBe(sender);
  });

  it('a chain without end is read no further than twenty steps', () => {
    const chain = `203.0.113.9, ${Array(50).fill('10.0.0.2').join(', ')}`;
    expect(senderOf('127.0.0.1', chain, proxies)).toBe('10.0.0.2');
  });
});

describe('whom the limits count as one', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is %s', (address, counted) => {
    expect(countedAs(address)).toBe(counted);
  });

  it('two ends of one /64 are one, the next /64 is another', () => {
    expect(countedAs('2001:db8::1')).toBe(countedAs('2001:db8:0:0:ffff:ffff:ffff:ffff'));
    expect(countedAs('2001:db8::1')).not.toBe(countedAs('2001:db8:0:1::1'));
  });

  it('an IPv4 address is the same over both families', () => {
    expect(plainAddress('::FFFF:192.0.2.1')).toBe('192.0.2.1');
  });
});
