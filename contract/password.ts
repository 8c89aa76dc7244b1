import { z } from 'zod'

/** Fewest and most characters of a password. The upper bound keeps hashing bounded. */
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128

const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u]

/** A password somebody chooses: 10–128 characters, two kinds of them, not one repeated a few times. */
export const NewPassword = z
  .string()
  .transform((text) => text.normalize('NFKC'))
  .pipe(
    z
      .string()
      .min(PASSWORD_MIN, `密码至少 ${PASSWORD_MIN} 个字符。`)
      .max(PASSWORD_MAX, `密码不超过 ${PASSWORD_MAX} 个字符。`)
      .refine((text) => kinds.filter((kind) => kind.test(text)).length >= 2, '密码须包含字母、数字、符号中的至少两类。')
      .refine((text) => new Set(text).size >= 5, '密码中不同的字符太少。'),
  )

/** A password somebody enters: only bounded, so that what counts is whether it is right. */
export const EnteredPassword = z
  .string()
  .min(1, '请填写密码。')
  .max(PASSWORD_MAX, '账号或密码不正确。')
  .transform((text) => text.normalize('NFKC'))
