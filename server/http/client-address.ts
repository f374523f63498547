import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'

/**
 * Whose address a request comes from: the socket's, or behind `hops` reverse proxies of the operator the one that the outermost of them saw. What stands
 * further left in X-Forwarded-For is anybody's word. An IPv6 address counts as its network of 64 bits, which one household or server has to itself.
 */
export function clientAddress(c: Context, hops: number): string {
  const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  const forwarded = hops > 0 ? seen.at(-hops) : undefined
  return networkOf(forwarded || socketAddress(c))
}

// A request that did not come through a socket (tests, the bench) has none.
const socketAddress = (c: Context): string => (c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : '')

function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString()
}
