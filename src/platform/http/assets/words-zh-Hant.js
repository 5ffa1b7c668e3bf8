// Written by `npm run messages` from `script` in messages/LANGUAGE/survey.json.
// biome-ignore-all format: written by a program
window.texts = {
  "saved": "已儲存",
  "partly": "可以儲存的內容已儲存。{kept}",
  "sending": "提交中…",
  "offline": "沒有網絡。{kept}正在重試…",
  "kept": "您的答案已保留在這部裝置。",
  "unkept": "請不要關閉此頁。",
  "busy": "服務繁忙。{kept}稍後會自動重試…",
  "failed": "伺服器傳回錯誤（{status}）。您輸入的內容仍在這裏，請稍後再試。",
  "restored": "已重新填上您之前在這部裝置輸入的內容。",
  "conflict": "此頁已在另一個分頁更改，不一致的答案已標示。按「下一頁」可比較兩份內容。",
  "differs": "另一個分頁或裝置上，這題的答案不同。",
  "over": "此頁不再接受答案。請按「下一頁」繼續。",
  "blocked": "此瀏覽器不容許網頁保留內容。顯示「已儲存」後，您輸入的內容才算存好。",
  "blockedForm": "此瀏覽器不容許網頁保留內容：離開此頁後，您需要重新填寫。",
  "left": "尚待檢查：{n}處",
  "signedOut": "此裝置已登出。{kept}請按「下一頁」查看如何重新進入。",
  "tooMany": "超出{n}字"
}
