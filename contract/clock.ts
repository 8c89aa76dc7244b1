import { z } from 'zod'
import { route } from './route.ts'
import { DayText } from './scalars.ts'

const tags = ['系统时间']

export const ClockReading = z.object({
  /** The law's day, Asia/Shanghai. */
  today: DayText,
  /** Instant, ISO 8601. */
  now: z.string(),
  /** True in demo mode, where a visitor may let days pass. */
  demo: z.boolean(),
})
export type ClockReading = z.infer<typeof ClockReading>

export const clock = {
  read: route({
    method: 'GET',
    path: '/api/clock',
    summary: '系统当前日期',
    tags,
    who: 'anyone',
    response: ClockReading,
  }),
  advance: route({
    method: 'POST',
    path: '/api/clock',
    summary: '演示：让日期前进（仅演示模式）',
    tags,
    who: 'anyone',
    body: z.strictObject({ days: z.int().min(1, '至少前进 1 天。').max(400, '一次最多前进 400 天。') }),
    response: ClockReading,
    errors: ['clock.not-demo'],
  }),
}
