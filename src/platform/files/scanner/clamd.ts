import { connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ScannerAwayError } from './scanner-away.ts'
import type { ScannerAddress, ScanVerdict } from './scanner.ts'

const pieceSize = 1 << 16
const longestReply = 4_096

/**
 * Hands a content to clamd by its INSTREAM command (clamd(8)): pieces with their length before them, then an empty one.
 * It answers «stream: OK» or «stream: NAME FOUND»; anything else, silence included, is no answer.
 * Not reached at all, it is away.
 */
export async function askClamd(
  address: ScannerAddress,
  content: Readable | Uint8Array,
  deadlineMs: number,
): Promise<ScanVerdict> {
  let isReached = false
  const socket = connect(address, () => {
    isReached = true
  })
  const deadline = setTimeout(() => socket.destroy(new Error('no answer in time')), deadlineMs)
  const replied = replyOf(socket)
  // It may answer before all is sent, and hang up.
  const sent = pipeline(Readable.from(framed(content)), socket, { end: false })
  try {
    await Promise.race([replied, sent])
    return verdictOf(await replied)
  } catch (error) {
    if (isReached || !(error instanceof Error)) throw error
    throw new ScannerAwayError(error.message, { cause: error })
  } finally {
    clearTimeout(deadline)
    socket.destroy()
    await Promise.allSettled([replied, sent])
  }
}

async function* framed(content: Readable | Uint8Array): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for await (const piece of piecesOf(content)) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    yield Buffer.concat([length, piece])
  }
  yield Buffer.alloc(4)
}

function* cut(content: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < content.length; at += pieceSize) yield content.subarray(at, at + pieceSize)
}

function piecesOf(
  content: Readable | Uint8Array,
): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return content instanceof Uint8Array ? cut(content) : content
}

function replyOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = ''
    const end = () => resolve(reply.replace(/[\0\n]+$/, ''))
    socket.on('data', (piece: Buffer) => {
      reply += piece.toString('utf8')
      if (reply.endsWith('\0') || reply.length > longestReply) end()
    })
    socket.on('end', end)
    socket.on('error', reject)
    socket.on('close', end)
  })
}

function verdictOf(reply: string): ScanVerdict {
  if (reply === 'stream: OK') return { found: null }
  const [, found] = /^stream: (.{1,200}) FOUND$/.exec(reply) ?? []
  if (found) return { found }
  throw new Error(`the scanner answered «${reply.slice(0, 200)}»`)
}
