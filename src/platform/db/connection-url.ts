/** An address the driver and the job library both take; `host` may be the folder of a socket. */
export function connectionUrl(to: {
  host: string
  user: string
  password: string
  database: string
}): string {
  const host = encodeURIComponent(to.host)
  return `postgresql://${to.user}:${encodeURIComponent(to.password)}@localhost/${to.database}?host=${host}`
}

/** The same server and database, as somebody else. */
export function asRole(url: string, user: string, password: string): string {
  const changed = new URL(url)
  changed.username = user
  changed.password = encodeURIComponent(password)
  return changed.href
}

/** The same server and role, in another database. */
export function inDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

/** For messages: where it is, without the password. */
export function shownUrl(url: string): string {
  const shown = new URL(url)
  shown.password = ''
  return shown.href
}
