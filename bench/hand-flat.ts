// miit-2022-63/innovative on whole 分, written by hand as plainly as the result allows; what generated code is held
// against. Rows are the plan's; the numbers below are where its columns lie.

const [A_LOW, A_HIGH, B_LOW, B_HIGH, C_LOW, C_HIGH, D_LOW, D_HIGH] = [0, 1, 2, 3, 4, 5, 6, 7]
const [RD, REVENUE, MAIN, MAIN_BEFORE, DEBT, ASSETS, EMERGING] = [8, 9, 10, 11, 12, 13, 14]
const [AWARDS_LOW, AWARDS_HIGH, HONOURS_LOW, HONOURS_HIGH, LABS_LOW, LABS_HIGH, EQUITY_LOW, EQUITY_HIGH] = [
  15, 16, 17, 18, 19, 20, 21, 22,
]

const OPEN = 5

const rightsLevel = (a: number, b: number, c: number, d: number): number => {
  if (a >= 1) return 0
  if (b >= 1) return 1
  if (c >= 1) return 2
  return d >= 1 ? 3 : 4
}

const intensityLevel = (rd: number, revenue: number): number => {
  if (Number.isNaN(rd) || !(revenue > 0)) return OPEN
  if (rd * 20 >= revenue) return 0
  if (rd * 100 >= revenue * 3) return 1
  if (rd * 50 >= revenue) return 2
  return rd * 100 >= revenue ? 3 : 4
}

const growthLevel = (main: number, before: number): number => {
  if (Number.isNaN(main) || !(before > 0)) return OPEN
  if (main * 20 >= before * 23) return 0
  if (main * 10 >= before * 11) return 1
  if (main * 20 >= before * 21) return 2
  return main >= before ? 3 : 4
}

const debtLevel = (debt: number, assets: number): number => {
  if (Number.isNaN(debt) || !(assets > 0)) return 3
  if (debt * 20 <= assets * 11) return 0
  return debt * 4 <= assets * 3 ? 1 : 2
}

const shareLevel = (main: number, revenue: number): number => {
  if (Number.isNaN(main) || !(revenue > 0)) return OPEN
  if (main * 10 >= revenue * 7) return 0
  if (main * 5 >= revenue * 3) return 1
  if (main * 20 >= revenue * 11) return 2
  return main * 2 >= revenue ? 3 : 4
}

const least = (level: number): number => (level === OPEN ? 0 : 20 - 5 * level)
const most = (level: number): number => (level === OPEN ? 20 : 20 - 5 * level)

const verdict = (certain: boolean, possible: boolean): number => (certain ? 2 : possible ? 1 : 0)

/** The same result as the generated code's. */
export const handFlat = (rows: Float64Array, at: number, words: Uint32Array, to: number): void => {
  const f = (column: number): number => rows[at + column] as number
  const worst = rightsLevel(f(A_LOW), f(B_LOW), f(C_LOW), f(D_LOW))
  const best = rightsLevel(f(A_HIGH), f(B_HIGH), f(C_HIGH), f(D_HIGH))
  const intensity = intensityLevel(f(RD), f(REVENUE))
  const growth = growthLevel(f(MAIN), f(MAIN_BEFORE))
  const debt = debtLevel(f(DEBT), f(ASSETS))
  const emerging = f(EMERGING)
  const field = emerging === 0 ? 2 : emerging === 1 ? 0 : 1
  const share = shareLevel(f(MAIN), f(REVENUE))
  const debtLeast = debt === 3 ? 0 : 10 - 5 * debt
  const debtMost = debt === 3 ? 10 : debtLeast
  const fieldLeast = field === 0 ? 10 : 5
  const fieldMost = field === 1 ? 5 : 10
  const innovation = 20 - 5 * worst + least(intensity)
  const growing = least(growth) + debtLeast
  const special = fieldLeast + least(share)
  const certain = innovation >= 20 && growing >= 15 && special >= 15 && innovation + growing + special >= 60
  const innovationMost = 20 - 5 * best + most(intensity)
  const growingMost = most(growth) + debtMost
  const specialMost = fieldMost + most(share)
  const possible =
    innovationMost >= 20 && growingMost >= 15 && specialMost >= 15 && innovationMost + growingMost + specialMost >= 60
  const s = verdict(certain, possible)
  const d1 = verdict(f(AWARDS_LOW) >= 1, f(AWARDS_HIGH) >= 1)
  const d2 = verdict(f(HONOURS_LOW) >= 1, f(HONOURS_HIGH) >= 1)
  const d3 = verdict(f(LABS_LOW) >= 1, f(LABS_HIGH) >= 1)
  const d4 = verdict(f(EQUITY_LOW) >= 500_000_000, f(EQUITY_HIGH) >= 500_000_000)
  words[to] =
    Math.max(s, d1, d2, d3, d4) |
    (((worst * (worst + 1)) / 2 + best) << 2) |
    (intensity << 6) |
    (growth << 9) |
    (share << 12) |
    (debt << 15) |
    (field << 17) |
    (s << 19) |
    (d1 << 21) |
    (d2 << 23) |
    (d3 << 25) |
    (d4 << 27)
}
