/** An address of the portal: what the router matches, and how it is built. */

type Parameters<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name]: string } & Parameters<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : unknown

interface Path<P extends string> {
  (...parameters: unknown extends Parameters<P> ? [] : [Parameters<P>]): string
  /** What the router matches. */
  readonly pattern: P
}

export function path<const P extends string>(pattern: P): Path<P> {
  const build = (parameters: Record<string, string> = {}) =>
    pattern.replace(/:([a-zA-Z]+)/g, (_, name: string) =>
      encodeURIComponent(parameters[name] ?? ''),
    )
  return Object.assign(build, { pattern }) as unknown as Path<P>
}
