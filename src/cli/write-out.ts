/** Writes all of it before the program ends: a pipe that is read slowly would lose the end otherwise. */
export function writeOut(text: string): Promise<void> {
  return new Promise((done, failed) => {
    // A reader that has seen enough, such as `head`, closes the pipe: that is not a fault of ours.
    process.stdout.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' ? done() : failed(error),
    )
    process.stdout.write(text, () => done())
  })
}
