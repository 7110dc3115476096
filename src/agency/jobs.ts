import type { AppContext } from '../context.ts'
import { expireAgentRequests } from './agents/expire-requests.ts'
import { applyLetter } from './apply-letter.ts'
import { tellNewcomers } from './newcomers/tell-newcomers.ts'
import { forgetRemovedScans } from './tray/forget-removed-scans.ts'

export const agencyJobs = {
  'apply-letter': (app: AppContext, payload: { letterId: string }) => applyLetter(app, payload),
  'tell-newcomers': (app: AppContext, payload: { employerId: string }) =>
    tellNewcomers(app, payload),
  'expire-agent-requests': (app: AppContext) => expireAgentRequests(app),
  'forget-removed-scans': (app: AppContext) => forgetRemovedScans(app),
}
