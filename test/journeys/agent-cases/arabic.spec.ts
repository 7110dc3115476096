import { anAgentsMorning } from './morning.ts'

anAgentsMorning('ar')
