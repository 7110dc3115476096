import { paths } from '../paths.ts'
import { useVisit } from '../visit.ts'

export function PageFooter() {
  const { demonstration, fund, version, words } = useVisit()
  return (
    <footer class="bottom">
      {demonstration ? (
        <p class="demonstration">
          <span>{words.frame.demonstration}</span>{' '}
          <a href={paths.mails()}>{words.frame.demonstrationMail}</a>
        </p>
      ) : null}
      <div class="wrap">
        <span>{fund.name}</span>
        <ul>
          <li>
            <a href={paths.help()}>{words.frame.helpAndContact}</a>
          </li>
          <li>
            <a href={paths.legal()}>{words.frame.legalNotice}</a>
          </li>
          <li>
            <a href={paths.accessibility()}>{words.frame.accessibility}</a>
          </li>
        </ul>
        <span class="version">{words.frame.version(version)}</span>
      </div>
    </footer>
  )
}
