import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test/app.ts'

let house: TestApp
let port: number
beforeAll(async () => {
  house = await testApp()
  await house.app.listen({ host: '127.0.0.1', port: 0 })
  port = (house.app.server.address() as AddressInfo).port
})
afterAll(() => house.close())

const exchange = async (sent: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  const received: Buffer[] = []
  socket.on('data', (chunk) => received.push(Buffer.from(chunk)))
  socket.write(sent)
  await once(socket, 'close')
  return Buffer.concat(received).toString()
}
const bodyOf = (answer: string) => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))

describe('网络上的请求', () => {
  test('不成其为 HTTP 的请求，答复同样带代码', async () => {
    for (const sent of [
      '乱七八糟\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
    ]) {
      const answer = await exchange(sent)
      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
      expect(bodyOf(answer).error.code).toBe('request.invalid')
    }
  })

  test('地址中的错误编码，答复同样带代码', async () => {
    const answer = await exchange('GET /api/%zz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400/)
    expect(answer).toContain('"request.invalid"')
  })

  test('未发完的请求断开后，系统照常工作', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write(
      'POST /api/session HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    )
    await once(socket, 'connect')
    socket.destroy()
    const answer = await fetch(`http://127.0.0.1:${port}/api/session`)
    expect(await answer.json()).toEqual({ person: null, formToken: null })
  })

  test('页面的内容安全策略只允许本站的脚本和样式', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/nowhere`)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'self'; script-src 'self'; script-src-attr 'none'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    )
  })
})
