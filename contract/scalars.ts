import { z } from 'zod'
import { type AuthorityCode, findAuthority, isLocalCode, type LocalCode } from '../regime/jurisdiction/authorities.ts'
import { type Day, isDay } from '../regime/kernel/day.ts'

// Schemas without transforms, so that they serve requests and answers alike and show as plain strings in OpenAPI.

/** An id the app made. */
export const Id = z.uuid({ error: '编号格式不正确。' })

/** A day of the law, `YYYY-MM-DD`, Asia/Shanghai. */
export const DayText = z.iso
  .date({ error: '请填写日期，格式如 2026-09-01。' })
  .refine(isDay, '没有这一天，请核对日期。') as unknown as z.ZodType<Day, string>

/** An instant, ISO 8601 in UTC or with an offset. */
export const Instant = z.iso.datetime({ offset: true, error: '请填写时刻，格式如 2026-09-01T08:00:00+08:00。' })

/** Code of one of the nineteen local authorities (第五条). */
export const LocalAuthority = z.string().refine(isLocalCode, '请选择十九个主管部门之一。') as unknown as z.ZodType<
  LocalCode,
  string
>

/** Code of a local authority or of the province (第五条). */
export const AuthorityText = z
  .string()
  .refine((code) => findAuthority(code) !== undefined, '请选择主管部门。') as unknown as z.ZodType<
  AuthorityCode,
  string
>

/** A whole number in a query string; callers give a number. */
export const queryInteger = (min: number, max: number) =>
  z
    .union([z.number(), z.string().regex(/^-?\d{1,15}$/, '请填写整数。')], { error: '请填写整数。' })
    .transform(Number)
    .pipe(z.number().int().min(min).max(max))
