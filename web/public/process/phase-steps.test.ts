import { describe, expect, test } from 'vitest'
import { phases } from '../../../regime/procedure/steps.ts'
import { tierOneRoad } from './phase-steps.ts'

describe('申报流程页（第九条）', () => {
  const road = tierOneRoad()
  test('环节与办理流程表一致，一个不少', () => {
    expect(road.map(({ label }) => label)).toEqual(Object.values(phases))
  })
  test('每个环节都写明谁办理、企业会看到什么', () => {
    for (const part of road) {
      expect(part.holders.length, part.label).toBeGreaterThan(0)
      expect(part.stations.length, part.label).toBeGreaterThan(0)
      expect(part.article).toBe('第九条')
    }
  })
  test('审核与核查由经办、审批两人分别办理（第七条）', () => {
    expect(road.find(({ phase }) => phase === 'review')?.holders).toEqual(['市级经办', '企业', '市级审批（另一人）'])
    expect(road.find(({ phase }) => phase === 'visit')?.holders).toContain('核查人员（两人一组）')
  })
})
