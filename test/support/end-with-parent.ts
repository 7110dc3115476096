/**
 * Ends this program when the test that started it is gone, however it went: its standard input, which nobody writes to,
 * closes. Otherwise it would hold the test's database, and the output that a terminal or a pipe waits for.
 */
export function endWithParent(): void {
  process.stdin.on('end', () => process.exit(1)).resume()
}
