// Written by `npm run messages` from `script` in messages/LANGUAGE/survey.json.
// biome-ignore-all format: written by a program
window.texts = {
  "saved": "已保存",
  "partly": "可以保存的内容已保存。{kept}",
  "sending": "正在提交…",
  "offline": "没有网络。{kept}正在重试…",
  "kept": "您的回答已保留在本机。",
  "unkept": "请不要关闭此页。",
  "busy": "服务繁忙。{kept}稍后自动重试…",
  "failed": "服务器返回错误（{status}）。您填写的内容还在这里，请稍后再试。",
  "restored": "已恢复您先前在本机填写的内容。",
  "conflict": "此页已在另一个标签页中修改，不一致的回答已标出。按“下一页”可对照两份内容。",
  "differs": "另一个标签页或设备上，此题的回答不同。",
  "over": "此页不再接受回答。请按“下一页”继续。",
  "blocked": "此浏览器不允许网页保留内容。显示“已保存”之后，您填写的内容才算存好。",
  "blockedForm": "此浏览器不允许网页保留内容：离开此页后，您需要重新填写。",
  "left": "还需检查：{n}处",
  "signedOut": "此设备已退出。{kept}请按“下一页”查看如何重新进入。",
  "tooMany": "超出{n}字"
}
