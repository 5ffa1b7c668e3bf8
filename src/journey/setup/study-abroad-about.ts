import type { StudyAbout } from '../../survey/studies/study.ts'

/** Whom the study-abroad study asks, and why. */
export const studyAbroadAbout: StudyAbout = {
  forWhom: {
    en: 'A study for students who plan to study, are studying or have studied away from home: from the mainland, Hong Kong, Macao, Taiwan or abroad, in any direction.',
    'zh-Hans':
      '本研究面向计划、正在或已完成留学（含赴港澳台就读）的学生：无论来自内地、香港、澳门、台湾还是其他国家和地区，也无论去往何处。',
    'zh-Hant':
      '本研究的對象是計劃、正在或已完成到外地升學的學生：不論來自內地、香港、澳門、台灣或其他國家及地區，也不論前往何處。',
  },
  why: {
    en: 'Your plans and experiences help improve the services around studying away from home: advice, documents, border and boundary crossings, talent schemes. You are paid for your time.',
    'zh-Hans':
      '您的计划与经历，有助于改善留学（含赴港澳台就读）的各项服务：咨询、证件、通关、人才计划等。您付出的时间将获得奖励。',
    'zh-Hant':
      '您的計劃和經歷，有助改善到外地升學的各項服務：升學諮詢、證件、過關、人才計劃等。您付出的時間會獲得獎賞。',
  },
}
