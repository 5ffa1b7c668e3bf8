// Says that a study's first page was opened: not that it was loaded anew, gone back to, or fetched by a program.
;(() => {
  const at = document.querySelector('[data-opened]')
  const [how] = performance.getEntriesByType ? performance.getEntriesByType('navigation') : []
  const isSeen = document.visibilityState === 'visible' && !navigator.webdriver
  if (at && isSeen && how && how.type === 'navigate' && navigator.sendBeacon) navigator.sendBeacon(at.dataset.opened)
})()
