import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFacts } from '../../cli/evaluate/read-facts.ts'
import { bare, pdfPages } from '../pdf-text.ts'
import { audit, overflow } from '../screens/audit.ts'
import { launchChromium } from '../screens/chromium.ts'
import { type Served, serveFresh } from '../served.ts'

/** 自测 (R9.1) in a real browser: live, kept, offline, by file, on a phone, without scripts. */
describe('自测（第九条：自评）', () => {
  let served: Served
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    ;[served, browser] = await Promise.all([serveFresh(), launchChromium()])
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
    page = await context.newPage()
    await page.goto(`${served.address}/self-check`, { waitUntil: 'networkidle' })
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  const score = () => page.locator('.verdict-card__score').textContent()
  const figure = (name: string) => page.getByLabel(name, { exact: true })

  test('一项没填时是整个区间，填一个数就变窄', async () => {
    expect(await score()).toContain('5–100')
    // Of an empty sheet nothing is said to be lacking.
    expect(await page.locator('main').textContent()).not.toContain('还差：')
    await figure('2025 年营业收入').fill('1001')
    await figure('2025 年研发费用').fill('50.05')
    await expect.poll(score).toContain('25–100')
    const line = page.locator('#node-I2')
    await line.locator('summary').click()
    await expect.poll(() => line.textContent()).toContain('正好等于 5%')
  })

  test('不知道的按影响大小列出，点开就到填写处', async () => {
    const link = page.locator('.missing a').first()
    const target = (await link.getAttribute('href'))?.slice(1) ?? ''
    await link.click()
    expect(await page.evaluate((id) => document.getElementById(id) !== null, target)).toBe(true)
  })

  test('刷新后还在；换成元，分数不变，数字精确换算', async () => {
    await expect.poll(() => page.locator('main').textContent()).toContain('已自动保存在本机浏览器里')
    await page.reload({ waitUntil: 'networkidle' })
    await expect.poll(() => figure('2025 年营业收入').inputValue()).toBe('1001')
    const before = await score()
    await page.getByText('元', { exact: true }).first().click()
    await expect.poll(() => figure('2025 年营业收入').inputValue()).toBe('10010000')
    expect(await score()).toBe(before)
  })

  test('示例：得分区间、三个下限、结论与依据', async () => {
    await page.getByRole('button', { name: '载入示例' }).click()
    await expect.poll(score).toContain('80–90')
    const verdict = page.locator('.verdict-card')
    expect(await verdict.textContent()).toContain('达到“创新型中小企业”公告条件')
    expect(await verdict.textContent()).toContain('未经核实')
    expect(await verdict.locator('svg title').allTextContents()).toContain('成长性 15–25 分，满分 30 分，已过下限 15')
    expect(await audit(page)).toEqual([])
  })

  test('导出的数据文件可以再打开，改坏的文件说明哪里不对', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出数据文件' }).click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ asOf: '2026-09-01', product: { strategicEmerging: true } })
    const open = (content: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'f.json', mimeType: 'application/json', buffer: Buffer.from(content) })
    await open(text.replace('"1001"', '1001'))
    await expect.poll(() => page.locator('.banner').textContent()).toContain('/years/1/revenue')
    await open(text.replace('"50.05"', '"10"'))
    await expect.poll(score).toContain('60–70')
  })

  test('打开另一份数据，假如从头开始；填不进的数写明为什么', async () => {
    const panel = page.locator('.what-if')
    const typed = panel.getByRole('textbox', { name: '2025 年研发费用总额，假设为' })
    await typed.fill('五十')
    await expect.poll(() => panel.textContent()).toContain('应为 0 以上的数，暂按上一个数计算。')
    expect(await audit(page)).toEqual([])
    await typed.fill('500500')
    await expect.poll(() => panel.locator('.what-if__outcome').textContent()).toContain('80–90')
    await page.getByRole('button', { name: '载入示例' }).click()
    await expect.poll(() => panel.getByRole('button', { name: '全部恢复原值' }).count()).toBe(0)
    await figure('2025 年研发费用').fill('100000')
    await expect.poll(score).toContain('60–70')
  })

  test('达不到时写明是哪个下限，并列出最近的路', async () => {
    await figure('2025 年研发费用').fill('500500')
    await figure('2025 年主营业务收入').fill('20000000')
    await expect.poll(() => page.locator('.years').textContent()).toContain('大于营业收入，请核对是否填错。')
    await figure('2025 年主营业务收入').fill('9000000')
    await figure('2025 年年末负债总额').fill('16000000')
    await expect.poll(() => page.locator('.verdict-card').textContent()).toContain('成长性得分 5 分，低于 15 分')
    const ways = page.locator('.gaps').first()
    await expect.poll(() => ways.textContent()).toContain('2025 年末负债总额减少')
    await figure('2025 年主营业务收入').fill('9856000')
    await figure('2025 年年末负债总额').fill('')
    await expect.poll(() => ways.count()).toBe(0)
    await figure('2025 年研发费用').fill('100000')
  })

  test('B2 代入一条路：滑块、分数、算式随之变，已填的数不动；键盘移动，恢复原值', async () => {
    await figure('2025 年年末负债总额').fill('16000000')
    await page
      .getByRole('button', { name: /代入试算/ })
      .first()
      .click()
    const panel = page.locator('.what-if')
    await expect.poll(() => panel.locator('.what-if__outcome').textContent()).toContain('达到')
    expect(await panel.textContent()).toContain('假设，不是填报的数')
    expect(await figure('2025 年年末负债总额').inputValue()).toBe('16000000')
    expect(await panel.locator('.what-if__changes').textContent()).toContain('→')
    await panel.getByRole('button', { name: '全部恢复原值' }).click()
    const slider = panel.getByRole('slider', { name: '2025 年研发费用总额' })
    const before = await slider.getAttribute('aria-valuetext')
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).not.toBe(before)
    await panel.getByRole('button', { name: /^恢复原值/ }).click()
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe(before)
    const track = await slider.boundingBox()
    await page.mouse.click((track?.x ?? 0) + (track?.width ?? 0) * 0.9, (track?.y ?? 0) + (track?.height ?? 0) / 2)
    await expect.poll(() => slider.getAttribute('aria-valuetext')).not.toBe(before)
    expect(await audit(page)).toEqual([])
    await panel.getByRole('button', { name: '全部恢复原值' }).click()
    await figure('2025 年年末负债总额').fill('')
  })

  test('R2.1 各级标准都能自测，一次填写各级共用；阶梯写明离下一级还差什么', async () => {
    const choice = page.locator('#standard')
    for (const [id, said] of [
      ['miit-2026-2/specialised', 'A4'],
      ['miit-2026-2/little-giant', 'B7'],
      ['miit-2022-63/specialised', 'S13'],
      ['miit-2022-63/little-giant', 'L5'],
    ] as const) {
      await choice.selectOption(id)
      await expect.poll(() => page.locator('#result').textContent()).toContain(said)
      expect(await figure('2025 年营业收入').inputValue()).toBe('10010000')
      expect(await audit(page)).toEqual([])
    }
    await choice.selectOption('miit-2026-2/specialised')
    await page
      .getByRole('group', { name: '有效期内的科技型或创新型中小企业称号' })
      .getByText('是', { exact: true })
      .click()
    await expect.poll(() => page.locator('#node-A1').textContent()).toContain('称号')
    await choice.selectOption('miit-2022-63/innovative')
    await expect.poll(() => page.locator('.rungs').textContent()).toContain('专精特新中小企业')
    await expect.poll(() => page.locator('main').textContent()).toContain('离专精特新中小企业还差')
  })

  test('手机上结论一直在下方，不横向滚动', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.evaluate(() => scrollTo(0, 0))
    const strip = await page.locator('.verdict-strip').boundingBox()
    expect((strip?.y ?? 0) + (strip?.height ?? 0)).toBe(740)
    expect(await overflow(page)).toBe(0)
    expect(await audit(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  test('断网后打开、填写、计算都照常', async () => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await context.setOffline(true)
    await page.goto(`${served.address}/self-check`, { waitUntil: 'load' })
    await expect.poll(score).toContain('60–70')
    await figure('2025 年研发费用').fill('500500')
    await expect.poll(score).toContain('80–90')
    // What needs the network says so; printing does not.
    await page.getByRole('button', { name: '下载评价说明（PDF）' }).click()
    await expect.poll(() => page.locator('.paper-download').textContent()).toContain('请检查网络')
    await page.locator('#standard').selectOption('miit-2026-2/little-giant')
    await expect.poll(() => page.locator('#result').textContent()).toContain('B7')
    await context.setOffline(false)
  })

  test('B1 下载评价说明：页面上的每个句子都在 PDF 里', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载评价说明（PDF）' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('自测评价说明_2026-09-01.pdf')
    const paper = bare((await pdfPages(await readFile(await download.path()))).join(''))
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出数据文件' }).click(),
    ])
    // The file that is saved and the paper are of the same facts: their digest can be compared.
    expect(paper).toContain(readFacts(await readFile(await saved.path(), 'utf8')).digest)
    const sentences = await page.locator('.indicator .explanation__body > p:first-child').allTextContents()
    expect(sentences.length).toBeGreaterThan(10)
    expect(sentences.filter((sentence) => !paper.includes(bare(sentence)))).toEqual([])
  })

  test('没有脚本时列出评价标准和依据，并说明不能自动计算', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
    const reading = await plain.newPage()
    await reading.goto(`${served.address}/self-check`)
    const text = await reading.locator('main').textContent()
    expect(text).toContain('没有启用脚本')
    expect(text).toContain('Ⅰ类高价值知识产权 1 项以上')
    await plain.close()
  })
})
