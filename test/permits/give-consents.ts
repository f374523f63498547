import type { Client } from '../world.ts'

/** The second authorities that were asked about a permit consent to it: here their papers, recorded by the deciding authority. */
export async function giveConsents(authority: Client, permit: string): Promise<void> {
  const { consents } = (await authority.get(`/api/permits/${permit}`)).body as { consents: { id: string }[] }
  for (const { id } of consents) {
    const given = await authority.post(`/api/consents/${id}/give`)
    if (given.status !== 200) throw new Error(`${given.status} ${JSON.stringify(given.body)}`)
  }
}
