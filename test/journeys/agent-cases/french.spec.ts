import { anAgentsMorning } from './morning.ts'

anAgentsMorning('fr')
