/** What a student sees between the landing page and the voucher. */
export { conflictPage } from './conflict-page.tsx'
export { type End, endPage, invitationElsewherePage, resumePage, rewardGonePage } from './other-pages.tsx'
export { questionPage, type StudyHead } from './question-page.tsx'
