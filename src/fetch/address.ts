import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { inputFailure } from '../domain/index.ts'

/** Addresses that no publisher has: this machine, local networks, and those that are nobody's. */
const PRIVATE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6')

/** Also for IPv4 written as IPv6. */
export const isPrivate = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return PRIVATE.check(mapped, 'ipv4')
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

const refused = (host: string): Error =>
  inputFailure(`${host} is an address of this machine or a local network`, 'add --allow-private if that is meant')

/** Refuses hosts that are written as numbers of a local network. */
export const checkHost = (host: string, allowPrivate: boolean): void => {
  const bare = host.replace(/^\[|\]$/g, '')
  if (!allowPrivate && isIP(bare) !== 0 && isPrivate(bare)) throw refused(host)
}

/** Looks a name up for the connection itself, so that what is checked is what is spoken to. */
export const publicLookup =
  (allowPrivate: boolean): LookupFunction =>
  (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, '')
      const usable = allowPrivate ? found : found.filter(({ address }) => !isPrivate(address))
      const [first] = usable
      if (first === undefined) return done(refused(host) as NodeJS.ErrnoException, '')
      if (options.all) return done(null, usable)
      done(null, first.address, first.family)
    })
  }
