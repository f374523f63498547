import busboy from 'busboy'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { field, invalid, Problem } from './problem.ts'

export interface ReceivedFile {
  path: string
  /** As the sender wrote it: never a path of ours. */
  name: string
  size_bytes: number
  sha256: string
}
export interface Received {
  fields: Record<string, string>
  file: ReceivedFile
}

/**
 * Streams the one `file` of a multipart request to `path`, never holding it in memory, and collects the text fields.
 * 415 not multipart, 413 larger than `limit_mb`, 422 no file or more than one, 400 malformed; after a refusal nothing is left at `path`.
 */
export async function receiveFile(request: Request, path: string, limit_mb: number): Promise<Received> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type) || !request.body)
    throw new Problem(415, 'http/not-multipart', { detail: 'send multipart/form-data with a field `file`' })
  const limit = limit_mb * 1024 * 1024
  if (Number(request.headers.get('content-length') ?? 0) > limit + 1024 * 1024) throw tooLarge(limit_mb)
  const body = Readable.fromWeb(request.body as ReadableStream)
  const form = collect(body, type, path, limit_mb)
  try {
    await pipeline(body, form.parser)
    const file = await form.written()
    if (!file) throw oneFile()
    return { fields: form.fields, file }
  } catch (error) {
    await form.written()?.catch(() => undefined)
    await rm(path, { force: true })
    const fault = form.fault() ?? error
    if (fault instanceof Problem || (fault as NodeJS.ErrnoException).syscall) throw fault
    throw new Problem(400, 'http/malformed', { detail: 'the multipart body is malformed' })
  }
}

/**
 * The parser of one form. A refusal ends the body, never the parser from inside its own callback: busboy throws then, past every handler.
 */
function collect(body: Readable, type: string, path: string, limit_mb: number) {
  const fields: Record<string, string> = {}
  let written: Promise<ReceivedFile> | null = null
  let fault: Error | null = null
  const refuse = (reason: Error) => {
    fault ??= reason
    body.destroy(reason)
  }
  const parser = busboy({
    headers: { 'content-type': type },
    defParamCharset: 'utf8',
    limits: { files: 2, fields: 40, fieldNameSize: 100, fieldSize: 64 * 1024, fileSize: limit_mb * 1024 * 1024 },
  })
  parser.on('file', (name, stream, { filename }) => {
    stream.on('error', () => undefined)
    if (name !== 'file' || written) {
      stream.resume()
      return refuse(oneFile())
    }
    stream.on('limit', () => refuse(tooLarge(limit_mb)))
    written = write(stream, path, unescaped(filename ?? ''))
    written.catch((error: NodeJS.ErrnoException) => error.syscall && refuse(error))
  })
  parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated || Object.hasOwn(fields, name)) refuse(badField(name))
    else fields[name] = value
  })
  return { parser, fields, written: () => written, fault: () => fault }
}

/** Browsers write a quotation mark in a file's name as %22 (HTML, multipart/form-data encoding). */
const unescaped = (name: string) => name.replaceAll('%22', '"')

async function write(stream: Readable, path: string, name: string): Promise<ReceivedFile> {
  const hash = createHash('sha256')
  let size_bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size_bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(stream, meter, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  return { path, name, size_bytes, sha256: hash.digest('hex') }
}

const badField = (name: string) =>
  invalid('http/invalid-input', [
    field(`/${name}`, 'http/invalid-value', '这一项过长或重复', 'this field is too long or given twice'),
  ])
const tooLarge = (limit_mb: number) =>
  new Problem(413, 'http/file-too-large', { limit_mb, detail: `a file may have ${limit_mb} MB at most` })
const oneFile = () =>
  invalid('http/invalid-input', [
    field('/file', 'http/one-file', '须上传一个文件，字段名为 file', 'send one file, in the field `file`'),
  ])
