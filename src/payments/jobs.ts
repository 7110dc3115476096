import type { AppContext } from '../context.ts'
import { drawUpSystematic } from './draw-up-systematic.ts'
import { expireOrders } from './expire-orders.ts'

/** The clockwork of payment orders. */
export const paymentsJobs = {
  'expire-orders': (app: AppContext) => expireOrders(app),
  'draw-up-systematic': (app: AppContext) => drawUpSystematic(app),
}
