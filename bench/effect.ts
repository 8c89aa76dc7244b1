import type { Edition } from '../regime/evaluation/edition.ts'
import { openEffect } from '../regime/evaluation/effect/effect.ts'
import { movementOf } from '../regime/evaluation/effect/matrix.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import { localAuthorities } from '../regime/jurisdiction/authorities.ts'
import { loadEditionTexts, loadHouseEditions, readStandardTexts } from '../standards/load.ts'
import { inventFirms } from './firms.ts'
import { computed, median } from './measure.ts'
import type { Row } from './table.ts'

const KEPT = 10_000
const INVENTED = 12_000
const SIZES = [12_000, 600_000] as const

/** The edition of the house with the line for the score moved from 60 to 70 points. */
const candidateOf = (id: string): Edition => {
  const texts = readStandardTexts(`${import.meta.dirname}/../standards`)
  const file = `${id}.yaml`
  const text = (texts[file] as string).replace('score: total, at-least: 60', 'score: total, at-least: 70')
  return loadEditionTexts({ ...texts, [file]: text }).find(({ standard }) => standard.id === id) as Edition
}

/**
 * What a changed threshold does to a population (R8.2, B4): both editions, counts by place and industry, causes and the
 * list. Facts are in memory and parsed; past 12,000 invented firms the same ones come round again.
 */
export const benchEffect = ({ id }: Standard): readonly Row[] => {
  const current = loadHouseEditions().find(({ standard }) => standard.id === id) as Edition
  const candidate = candidateOf(id)
  const firms = inventFirms(INVENTED, 24).map((raw, at) => {
    const enterprise = { ...(raw.enterprise as object), industry: ['3562', '3911', '6513', '2710'][at % 4] }
    const authority = localAuthorities[(at * 7) % localAuthorities.length]?.code ?? ''
    return { id: String(at), case: String(at), authority, facts: parseFacts({ ...raw, enterprise }) }
  })
  return SIZES.map((size): Row => {
    const times: number[] = []
    let said = ''
    for (let round = 0; round < 5; round++) {
      const begun = computed()
      const run = openEffect(current, candidate, { kept: KEPT })
      for (let at = 0; at < size; at++) run.put(firms[at % INVENTED] as (typeof firms)[number])
      const { total } = run.finish()
      times.push(computed() - begun)
      const { metBefore, metAfter } = movementOf(total)
      said = `${metBefore.toLocaleString('en')} met before, ${metAfter.toLocaleString('en')} after`
    }
    const time = median(times)
    const each = `${((time * 1000) / size).toFixed(1)} µs a firm for both editions`
    const value = time < 1000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(1)} s`
    return {
      what: `effect of a changed threshold, ${size.toLocaleString('en')} firms`,
      goal: 'seconds',
      value,
      reached: time <= 5000,
      note: `${each}; ${said}`,
    }
  })
}
