import { BlockList, isIP } from 'node:net'

/** «196.200.1.7» or «196.200.0.0/24»: an address, or a network of them; nothing when it is neither. */
export function readAddress(typed: string): string | undefined {
  const [address = '', prefix, ...more] = typed.trim().toLowerCase().split('/')
  const family = isIP(address)
  if (family === 0 || address.includes('%') || more.length > 0) return undefined
  if (prefix === undefined) return address
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1
  return bits >= 8 && bits <= (family === 4 ? 32 : 128) ? `${address}/${bits}` : undefined
}

/** Whether a request from there may use a key: one without addresses may be used from everywhere. */
export function isAllowedFrom(addresses: readonly string[], from: string): boolean {
  if (addresses.length === 0) return true
  if (isIP(from) === 0) return false
  const allowed = new BlockList()
  for (const one of addresses) {
    const [address = '', prefix] = one.split('/')
    if (prefix === undefined) allowed.addAddress(address, familyOf(address))
    else allowed.addSubnet(address, Number(prefix), familyOf(address))
  }
  return allowed.check(from, familyOf(from))
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6'
}
