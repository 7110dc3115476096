const pieceSize = 64 * 1024
/** UTF-8 needs at most three bytes for each unit of a JavaScript string. */
const mostBytesPerUnit = 3

/**
 * Text on its way to `COPY`, written at once as bytes: rows gathered as one growing string would live long enough to
 * be copied again and again by the memory's cleaning, which costs more than making them.
 */
export class CopyText {
  #pieces: Uint8Array[] = []
  readonly #free: Buffer<ArrayBuffer>[] = []
  #piece = Buffer.alloc(0)
  #at = 0
  #before = 0

  get size(): number {
    return this.#before + this.#at
  }

  write(text: string): void {
    const most = text.length * mostBytesPerUnit
    if (this.#at + most > this.#piece.length) this.#begin(Math.max(pieceSize, most))
    this.#at += this.#piece.write(text, this.#at)
  }

  /** What was written since the last time; its bytes stand until they are given back. */
  take(): Uint8Array[] {
    this.#begin(0)
    const taken = this.#pieces
    this.#pieces = []
    this.#before = 0
    return taken
  }

  /** Once they have arrived, pieces are written over: memory that is asked for anew is cleaned again and again. */
  giveBack(pieces: readonly Uint8Array[]): void {
    for (const { buffer } of pieces) {
      if (buffer instanceof ArrayBuffer && buffer.byteLength === pieceSize) {
        this.#free.push(Buffer.from(buffer))
      }
    }
  }

  #begin(size: number): void {
    if (this.#at > 0) this.#pieces.push(this.#piece.subarray(0, this.#at))
    else if (this.#piece.length === pieceSize) this.#free.push(this.#piece)
    this.#before += this.#at
    const free = size === pieceSize ? this.#free.pop() : undefined
    this.#piece = free ?? Buffer.allocUnsafeSlow(size)
    this.#at = 0
  }
}
