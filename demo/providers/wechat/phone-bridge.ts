/** What WeChat puts into a page, sandbox: the bridge, and a sheet to confirm a transfer. Runs in a browser. */
export const phoneBridge = `(() => {
  const yuan = (minor) => '¥' + (minor / 100).toFixed(2)
  const add = (parent, name, text) => {
    const element = parent.appendChild(document.createElement(name))
    if (text) element.textContent = text
    return element
  }
  const sheet = async (bill, done) => {
    const found = await fetch('/sandbox/bill?package=' + encodeURIComponent(bill)).then((reply) => reply.json())
    const dialog = add(document.body, 'dialog')
    dialog.id = 'wechat-sheet'
    add(dialog, 'h2', '微信（演示） · WeChat (sandbox)')
    add(dialog, 'p', found.amountMinor ? found.remark + '  ' + yuan(found.amountMinor) : '这笔转账不存在 · no such transfer')
    const end = (word) => {
      dialog.close()
      dialog.remove()
      done({ err_msg: 'requestMerchantTransfer:' + word })
    }
    const button = (text, id, act) => {
      const element = add(dialog, 'button', text)
      element.id = id
      element.type = 'button'
      element.addEventListener('click', act)
    }
    button('确认收款 · Confirm', 'wechat-confirm', async () => {
      const reply = await fetch('/sandbox/confirm', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ package: bill }),
      })
      end(reply.ok ? 'ok' : 'fail')
    })
    button('取消 · Cancel', 'wechat-cancel', () => end('cancel'))
    dialog.addEventListener('cancel', () => end('cancel'))
    dialog.showModal()
  }
  const ready = () => {
    window.WeixinJSBridge = {
      invoke: (name, { package: bill }, done) =>
        name === 'requestMerchantTransfer' ? sheet(bill, done) : done({ err_msg: name + ':fail' }),
    }
    document.dispatchEvent(new Event('WeixinJSBridgeReady'))
  }
  // In WeChat, too, the bridge may come after the page's own scripts.
  if (document.readyState === 'complete') ready()
  else window.addEventListener('load', ready)
})()
`
