// Opens WeChat's confirmation of a transfer. That it was shown is all that the page learns; the voucher page says the rest.
;(() => {
  const place = document.getElementById('confirm')
  const status = document.getElementById('status')
  const button = document.getElementById('open')
  const { appId, mchId, package: bill, opening, shown, closed, notHere } = place.dataset

  const say = (text) => {
    status.textContent = text
    button.hidden = false
  }
  const open = () => {
    const bridge = window.WeixinJSBridge
    if (!bridge) return say(notHere)
    bridge.invoke('requestMerchantTransfer', { mchId, appId, package: bill }, (result) => {
      say(/:ok$/.test(result.err_msg) ? shown : closed)
    })
  }

  status.textContent = opening
  button.addEventListener('click', open)
  // WeChat puts its bridge into the page when it is ready, which may be before or after this.
  if (window.WeixinJSBridge) return open()
  const late = setTimeout(open, 5000)
  document.addEventListener('WeixinJSBridgeReady', () => {
    clearTimeout(late)
    open()
  })
})()
