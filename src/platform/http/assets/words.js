// Written by `npm run messages` from `script` in messages/LANGUAGE/survey.json.
// biome-ignore-all format: written by a program
// biome-ignore-all lint/correctness/noUnusedVariables: enhance.js says them
const said = {
  "en": {
    "saved": "Saved",
    "sending": "Sending…",
    "offline": "No connection. Your answers are kept on this device; trying again…",
    "busy": "The service is busy. Your answers are kept on this device; trying again in a moment…",
    "failed": "The server answered with an error ({status}). What you typed is still here; please try again in a moment.",
    "restored": "What you typed on this device has been restored.",
    "conflict": "This page was changed in another tab. The answers that differ are marked. Press Next to see both.",
    "differs": "Another tab or device has a different answer to this question.",
    "over": "This page no longer takes answers. Press Next to go on.",
    "blocked": "This browser does not let pages keep anything. What you type is safe once “Saved” is shown.",
    "left": "Still to check: {n}",
    "signedOut": "This device is signed out. Your typing is kept on it; press Next to see how to sign in again."
  },
  "zh-Hans": {
    "saved": "已保存",
    "sending": "正在提交…",
    "offline": "没有网络。您的回答已保留在本机，正在重试…",
    "busy": "服务繁忙。您的回答已保留在本机，稍后自动重试…",
    "failed": "服务器返回错误（{status}）。您填写的内容还在这里，请稍后再试。",
    "restored": "已恢复您先前在本机填写的内容。",
    "conflict": "此页已在另一个标签页中修改，不一致的回答已标出。按“下一页”可对照两份内容。",
    "differs": "另一个标签页或设备上，此题的回答不同。",
    "over": "此页不再接受回答。请按“下一页”继续。",
    "blocked": "此浏览器不允许网页保留内容。显示“已保存”之后，您填写的内容才算存好。",
    "left": "还需检查：{n} 处",
    "signedOut": "此设备已退出。您输入的内容保留在本机；请按“下一页”查看如何重新进入。"
  },
  "zh-Hant": {
    "saved": "已儲存",
    "sending": "提交中…",
    "offline": "沒有網絡。您的答案已保留在這部裝置，正在重試…",
    "busy": "服務繁忙。您的答案已保留在這部裝置，稍後會自動重試…",
    "failed": "伺服器傳回錯誤（{status}）。您輸入的內容仍在這裏，請稍後再試。",
    "restored": "已重新填上您之前在這部裝置輸入的內容。",
    "conflict": "此頁已在另一個分頁更改，不一致的答案已標示。按「下一頁」可比較兩份內容。",
    "differs": "另一個分頁或裝置上，這題的答案不同。",
    "over": "此頁不再接受答案。請按「下一頁」繼續。",
    "blocked": "此瀏覽器不容許網頁保留內容。顯示「已儲存」後，您輸入的內容才算存好。",
    "left": "尚待檢查：{n} 處",
    "signedOut": "此裝置已登出。您輸入的內容保留在本機；請按「下一頁」查看如何重新進入。"
  }
}
