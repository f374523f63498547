import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ReadableStream } from 'node:stream/web'
import { expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { audits, fileDig } from '../projects/dig.ts'
import { world, type World } from '../world.ts'
import { pdf, png, upload } from './upload.ts'

const incoming = async (w: World) => readdir(dirname(await w.parts.store.incoming()))

test('a photo is kept under its hash, comes back byte for byte, and leaves an audit row and an event', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  const fields = { subject_id: id, taken_at: '2026-03-01T09:30:00+08:00', lon: '103.921', lat: '30.5705' }
  const sent = await upload(w, promoter, { fields })
  expect(sent.status, JSON.stringify(sent.body)).toBe(201)
  expect(sent.body).toMatchObject({
    name: 'photo.png',
    media_type: 'image/png',
    size_bytes: png.length,
    sha256: createHash('sha256').update(png).digest('hex'),
    audience: 'parties',
    subject_id: id,
    project_id: id,
    taken_at: '2026-03-01T01:30:00.000Z',
    taken_where: { type: 'Point', coordinates: [103.921, 30.5705] },
  })
  expect(JSON.stringify(sent.body)).not.toMatch(/store_key|uploaded_by/)
  const read = await w.as(promoter).raw(sent.headers.get('location')!)
  expect(Buffer.from(await read.arrayBuffer())).toEqual(png)
  expect(await audits(w, 'attachment.add')).toHaveLength(1)
  const { events } = (await w.as(promoter).get(`/api/projects/${id}/history`)).body
  expect(events.map((event: { type: string }) => event.type)).toContain('attachment.added')
  expect((await w.as(promoter).get(`/api/projects/${id}`)).body.documents).toMatchObject([{ id: sent.body.id }])
  expect(await incoming(w)).toEqual([])
})

test('a site takes files too, and what contradicts itself or nothing at all is refused by field', async () => {
  const w = await world()
  const { promoter, id, site_id } = await fileDig(w)
  const good = await upload(w, promoter, { fields: { subject_id: site_id, subject_kind: 'site', project_id: id } })
  expect(good.body).toMatchObject({ subject_kind: 'site', subject_id: site_id, project_id: id })
  const pointers = async (fields: Record<string, string>) => {
    const answer = await upload(w, promoter, { fields })
    expect(answer.status).toBe(422)
    return answer.body.errors.map((error: { pointer: string }) => error.pointer)
  }
  expect(await pointers({})).toEqual(['/subject_id'])
  expect(await pointers({ subject_id: site_id, subject_kind: 'permit' })).toEqual(['/subject_kind'])
  expect(await pointers({ subject_id: id, lon: '103.9' })).toEqual(['/lat'])
  expect(await pointers({ subject_id: id, taken_at: 'yesterday' })).toEqual(['/taken_at'])
  expect(await pointers({ subject_id: id, audience: 'world' })).toEqual(['/audience'])
  expect(await pointers({ subject_id: id, store_key: '../../x' })).toEqual([''])
})

test('other organisations get 404 for the dig and for the file; the public and auditors may add nothing', async () => {
  const w = await world()
  const { promoter, authority, id } = await fileDig(w)
  const stranger = await w.member('promoter', { another: true })
  const sent = await upload(w, promoter, { fields: { subject_id: id } })
  expect((await upload(w, stranger, { fields: { subject_id: id } })).status).toBe(404)
  const answers = await Promise.all(
    [stranger, await w.member('utility'), null].map((who) => w.as(who).get(`/api/attachments/${sent.body.id}`)),
  )
  expect(answers.map((answer) => `${answer.status} ${answer.body.code}`)).toEqual(
    Array(3).fill('404 attachments/not-found'),
  )
  expect((await w.as(authority).raw(`/api/attachments/${sent.body.id}`)).status).toBe(200)
  expect((await upload(w, null, { fields: { subject_id: id } })).status).toBe(401)
  expect((await upload(w, await w.member('auditor'), { fields: { subject_id: id } })).status).toBe(403)
  expect(await audits(w, 'attachment.add')).toHaveLength(1)
})

test("a file for one's own organisation stays there, and is not told to the parties", async () => {
  const w = await world()
  const { promoter, authority, id } = await fileDig(w)
  const sent = await upload(w, authority, { fields: { subject_id: id, audience: 'organisation' } })
  expect((await w.as(authority).raw(`/api/attachments/${sent.body.id}`)).status).toBe(200)
  expect((await w.as(promoter).get(`/api/attachments/${sent.body.id}`)).status).toBe(404)
  expect(JSON.stringify((await w.as(promoter).get(`/api/projects/${id}/history`)).body)).not.toMatch(/attachment/)
})

test('a public file is the public’s once its dig is, and only those who run digs publish', async () => {
  const w = await world()
  const { promoter, authority, id } = await fileDig(w)
  const fields = { subject_id: id, audience: 'public' }
  expect((await upload(w, promoter, { fields })).body.code).toBe('attachments/not-yours-to-publish')
  const sent = await upload(w, authority, { fields })
  expect((await w.as(null).raw(`/api/attachments/${sent.body.id}`)).status).toBe(404)
  await w.look(({ tx }) =>
    tx.raw(`update dig_project set stage = 'in_progress' where district_code = $1`, [w.district_code]),
  )
  const open = await w.as(null).raw(`/api/attachments/${sent.body.id}`)
  expect([open.status, open.headers.get('cache-control')]).toEqual([200, 'public, max-age=3600'])
})

test('a file over the limit is 413 with nothing kept, whether or not its length was announced', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  const small = { ...w, app: createApp({ ...w.parts, config: { ...w.parts.config, UPLOAD_LIMIT_MB: 1 } }) }
  const headers = { authorization: `Bearer ${promoter.token}` }
  const form = new FormData()
  form.set('subject_id', id)
  form.set('file', new File([Buffer.alloc(1024 * 1024 + 1, 0x20)], 'a.txt'))
  const answer = await small.app.request('/api/attachments', { method: 'POST', headers, body: form })
  expect([answer.status, (await answer.json()).code]).toEqual([413, 'http/file-too-large'])
  const announced = await small.app.request('/api/attachments', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(2 ** 31) },
    body: '--x--',
  })
  expect(announced.status).toBe(413)
  expect(await incoming(w)).toEqual([])
  expect(await audits(w, 'attachment.add')).toEqual([])
})

test('the content decides what a file is, not its name', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  const send = async (name: string, bytes: Uint8Array) => {
    const answer = await upload(w, promoter, { name, bytes, fields: { subject_id: id } })
    return answer.status === 201 ? answer.body.media_type : answer.status
  }
  const elf = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0])
  expect(await send('photo.jpg', elf)).toBe(415)
  expect(await send('photo.jpg', pdf)).toBe('application/pdf')
  expect(await send('drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toBe(415)
  expect(await send('page.html', Buffer.from('<html><script>alert(1)</script></html>'))).toBe(415)
  expect(await send('setup.msi', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe(415)
  expect(await send('plan.geojson', Buffer.from('{"type":"FeatureCollection","features":[]}'))).toBe(
    'application/geo+json',
  )
  expect(await send('清单.csv', Buffer.from([0xb5, 0xc0, 0xc2, 0xb7, 0x2c, 0x31, 0x0a]))).toBe('text/csv')
  expect(await send('notes.txt', Buffer.from([0x61, 0x00, 0x62]))).toBe(415)
  expect(await send('empty.png', Buffer.alloc(0))).toBe(422)
})

test('a path in a name is only a name, and the bytes stay where they belong', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  const named = async (name: string) =>
    (await upload(w, promoter, { name, fields: { subject_id: id } })).body.name as string
  expect(await named('../../etc/passwd.png')).toBe('passwd.png')
  expect(await named('C:\\Windows\\system32\\a.png')).toBe('a.png')
  expect(await named('a\u202egnp.exe')).toBe('agnp.exe')
  expect(await named('..')).toBe('file')
  expect(await named('云杉路 "现场".png')).toBe('云杉路 "现场".png')
  const rows = await w.look(({ tx }) =>
    tx.raw(`select distinct store_key from attachment where district_code = $1`, [w.district_code]),
  )
  const sha256 = createHash('sha256').update(png).digest('hex')
  expect(rows).toEqual([{ store_key: `${w.district_code}/${sha256.slice(0, 2)}/${sha256}` }])
  await expect(w.parts.store.open('510116/../../../../etc/passwd')).rejects.toThrow('not a key')
})

test('a browser may show a photo or a paper and run neither', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  const headersOf = async (name: string, bytes: Uint8Array) => {
    const { body } = await upload(w, promoter, { name, bytes, fields: { subject_id: id } })
    const answer = await w.as(promoter).raw(`/api/attachments/${body.id}`)
    await answer.arrayBuffer()
    return answer.headers
  }
  const photo = await headersOf('现场".png', png)
  expect(photo.get('content-disposition')).toBe(
    `inline; filename="___.png"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%22.png`,
  )
  expect(photo.get('content-security-policy')).toMatch(/^default-src 'none';.*; sandbox$/)
  expect(photo.get('x-content-type-options')).toBe('nosniff')
  expect(photo.get('cache-control')).toBe('private, no-cache')
  const paper = await headersOf('a.pdf', pdf)
  expect(paper.get('content-disposition')).toMatch(/^inline/)
  expect(paper.get('content-security-policy')).toMatch(/^default-src 'none'/)
  const table = await headersOf('a.csv', Buffer.from('a,b\n'))
  expect(table.get('content-disposition')).toMatch(/^attachment/)
  const again = await upload(w, promoter, { fields: { subject_id: id } })
  const known = await w
    .as(promoter)
    .raw(`/api/attachments/${again.body.id}`, { headers: { 'if-none-match': photo.get('etag')! } })
  expect(known.status).toBe(304)
})

test('what the scanner finds is refused and not kept', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  let looked = 0
  const scan = async (path: string) => {
    looked = (await stat(path)).size
    return 'EICAR-Test'
  }
  const app = createApp({ ...w.parts, scan })
  const form = new FormData()
  form.set('subject_id', id)
  form.set('file', new File([pdf as BlobPart], 'a.pdf'))
  const headers = { authorization: `Bearer ${promoter.token}` }
  const answer = await app.request('/api/attachments', { method: 'POST', headers, body: form })
  expect([answer.status, (await answer.json()).code, looked]).toEqual([422, 'attachments/infected', pdf.length])
  expect(await audits(w, 'attachment.add')).toEqual([])
})

test('a body that is no form, a broken form, two files and none are each refused with their reason', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  const post = async (body: BodyInit, headers: Record<string, string> = {}) => {
    const answer = await w.as(promoter).raw('/api/attachments', { method: 'POST', body, headers })
    return [answer.status, (await answer.json()).code]
  }
  const type = { 'content-type': 'multipart/form-data; boundary=x' }
  expect(await post('{}', { 'content-type': 'application/json' })).toEqual([415, 'http/not-multipart'])
  expect(await post('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nab', type)).toEqual([
    400,
    'http/malformed',
  ])
  const two = new FormData()
  two.append('file', new File([pdf as BlobPart], 'a.pdf'))
  two.append('file', new File([pdf as BlobPart], 'b.pdf'))
  expect(await post(two)).toEqual([422, 'http/invalid-input'])
  const none = new FormData()
  none.set('subject_id', id)
  expect(await post(none)).toEqual([422, 'http/invalid-input'])
  expect(await incoming(w)).toEqual([])
})

test('a big upload streams: memory does not grow with the file', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  const megabytes = 96
  const head = `--x\r\nContent-Disposition: form-data; name="subject_id"\r\n\r\n${id}\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="big.txt"\r\n\r\n`
  const path = join(dirname(await w.parts.store.incoming()), 'source.txt')
  await writeFile(path, Buffer.alloc(1024 * 1024, 0x61))
  async function* parts() {
    yield Buffer.from(head)
    for (let i = 0; i < megabytes; i++) for await (const chunk of createReadStream(path)) yield chunk as Buffer
    yield Buffer.from('\r\n--x--\r\n')
  }
  const before = process.memoryUsage().arrayBuffers
  let peak = 0
  const body = ReadableStream.from(
    (async function* () {
      for await (const chunk of parts()) {
        peak = Math.max(peak, process.memoryUsage().arrayBuffers - before)
        yield chunk
      }
    })(),
  )
  const answer = await w.as(promoter).raw('/api/attachments', {
    method: 'POST',
    body: body as never,
    duplex: 'half',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  } as RequestInit)
  await rm(path)
  expect(answer.status).toBe(201)
  expect((await answer.json()).size_bytes).toBe(megabytes * 1024 * 1024)
  expect(peak).toBeLessThan(48 * 1024 * 1024)
})

test('a field given twice, a connection that breaks off and a boundary without a body are refused, not fatal', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  const twice = new FormData()
  twice.append('subject_id', id)
  twice.append('subject_id', id)
  twice.append('file', new File([pdf as BlobPart], 'a.pdf'))
  const answer = await w.as(promoter).raw('/api/attachments', { method: 'POST', body: twice })
  expect((await answer.json()).errors).toMatchObject([{ pointer: '/subject_id' }])
  const broken = ReadableStream.from(
    (async function* () {
      yield Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF')
      throw new Error('the line went dead')
    })(),
  )
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const cut = await w
    .as(promoter)
    .raw('/api/attachments', { method: 'POST', body: broken as never, duplex: 'half', headers } as RequestInit)
  expect(cut.status).toBe(400)
  expect((await w.as(promoter).raw('/api/attachments', { method: 'POST', body: '', headers })).status).toBe(400)
  expect(await incoming(w)).toEqual([])
})
