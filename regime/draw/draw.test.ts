import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw, drawCount, isFaithful, listDigest } from './draw.ts'

const seed = 'c0ffee'.padEnd(64, '0')
const ids = Array.from({ length: 40 }, (_, i) => `91410300DEM${String(i).padStart(6, '0')}W`)
const hex64 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })

describe('第九条 抽查：随机抽取', () => {
  it('同一名单、同一种子，任何顺序给入都抽到同样的企业', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ids, { minLength: ids.length }),
        fc.integer({ min: 1, max: 40 }),
        (shuffled, count) => {
          expect(draw(shuffled, seed, count)).toEqual(draw(ids, seed, count))
        },
      ),
    )
  })

  it('抽取数增加时，先抽到的不变', () => {
    const many = draw(ids, seed, 40).drawn
    for (let count = 1; count <= 40; count++) expect(draw(ids, seed, count).drawn).toEqual(many.slice(0, count))
  })

  it('按 docs/draw.md 的命令行，用 sort 和 sha256sum 就能复核', () => {
    const record = draw(ids, seed, 7)
    const script = `export LC_ALL=C
      printf '%s\\n' ${ids.join(' ')} | sort > "$0.list"
      sha256sum < "$0.list" | cut -c1-64
      while read -r id; do echo "$(printf '%s%s' ${seed} "$id" | sha256sum | cut -c1-64) $id"; done < "$0.list" | sort | head -n 7 | cut -d' ' -f2
      rm "$0.list"`
    const [digest, ...drawn] = execFileSync('sh', ['-c', script, `/tmp/draw-${process.pid}`], { encoding: 'utf8' })
      .trim()
      .split('\n')
    expect(record.listDigest).toBe(digest)
    expect(record.drawn).toEqual(drawn)
  })

  it('记录改动任何一处，复核都不通过', () => {
    const record = draw(ids, seed, 5)
    expect(isFaithful(record)).toBe(true)
    expect(isFaithful({ ...record, seed: 'd'.repeat(64) })).toBe(false)
    expect(isFaithful({ ...record, seed: '短' })).toBe(false)
    expect(isFaithful({ ...record, list: record.list.slice(1) })).toBe(false)
    expect(isFaithful({ ...record, list: [...record.list].reverse() })).toBe(false)
    expect(isFaithful({ ...record, listDigest: listDigest(ids.slice(1)) })).toBe(false)
    expect(isFaithful({ ...record, drawn: [...record.drawn].reverse() })).toBe(false)
    expect(isFaithful({ ...record, drawn: [] })).toBe(false)
    expect(isFaithful({ ...record, method: 'other' as never })).toBe(false)
  })

  it('每家被抽中的机会相当', () => {
    const hits = new Map(ids.map((id) => [id, 0]))
    for (const one of fc.sample(hex64, { numRuns: 4000, seed: 1 }))
      for (const id of draw(ids, one, 10).drawn) hits.set(id, (hits.get(id) ?? 0) + 1)
    // 4000 draws of 10 from 40: each expects 1000, standard deviation 27.4
    for (const count of hits.values()) expect(Math.abs(count - 1000)).toBeLessThan(140)
  })

  it('名单为空、重复、含怪字符，种子不是 64 位十六进制，数目不对：都不抽', () => {
    expect(() => draw([], seed, 1)).toThrow('名单')
    expect(() => draw(['a', 'a'], seed, 1)).toThrow('名单')
    expect(() => draw(['a\nb'], seed, 1)).toThrow('名单')
    expect(() => draw(['a'], 'A'.repeat(64), 1)).toThrow('种子')
    for (const count of [0, 2, 1.5, Number.NaN]) expect(() => draw(['a'], seed, count)).toThrow('抽取数')
  })

  it('按比例向上取整，至少一家', () => {
    expect([drawCount(31, 10), drawCount(310, 10), drawCount(3, 10), drawCount(5, 100)]).toEqual([4, 31, 1, 5])
    expect(() => drawCount(10, 0)).toThrow('抽取数')
    expect(() => drawCount(10, 12.5)).toThrow('抽取数')
  })
})
