import { equalityDigest, seal, type Keys } from '../access/seal.ts'
import type { PartyInput } from './schemas.ts'

/** A buyer or seller as the table keeps it: sealed, with a keyed digest for equality and a masked name. */
export function sealParty(keys: Keys, party: PartyInput) {
  const id_no = party.id_no.toUpperCase()
  return {
    id_type: party.id_type,
    name_sealed: seal(keys, party.name),
    id_no_sealed: seal(keys, id_no),
    id_no_hmac: equalityDigest(keys, id_no),
    phone_sealed: party.phone ? seal(keys, party.phone) : null,
    name_masked: maskName(party.name),
  }
}

/** An account number as the table keeps it. */
export function sealAccount(keys: Keys, account_no: string) {
  return {
    account_sealed: seal(keys, account_no),
    account_hmac: equalityDigest(keys, account_no),
    account_masked: `****${account_no.slice(-4)}`,
  }
}

/** 王小明 → 王**, 李四 → 李*; what is longer than five letters is a company and shows two. */
export function maskName(name: string): string {
  const letters = [...name.trim()]
  const shown = letters.length > 5 ? 2 : 1
  return letters.slice(0, shown).join('') + '*'.repeat(Math.min(Math.max(letters.length - shown, 1), 6))
}
