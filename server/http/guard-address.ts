import ipaddr from 'ipaddr.js'

const global_unicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Why a connection to this IP address is refused, or null when it is a public one. Only global unicast passes: private,
 * loopback, link-local, unique-local, carrier-grade NAT, multicast, and everything that wraps an IPv4 address (mapped, NAT64, 6to4) is refused.
 */
export function refuseAddress(address: string): string | null {
  if (!ipaddr.isValid(address)) return 'not_an_address'
  const parsed = ipaddr.parse(address)
  const range = parsed.range()
  if (range !== 'unicast') return range
  // The library calls what nobody was given "unicast" too: ::a.b.c.d of old, and all beyond 2000::/3.
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(global_unicast)) return 'unassigned'
  return null
}
