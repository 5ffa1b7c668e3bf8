/** Level and places, then the course and the reasons. */
import type { Page } from '../questionnaire.ts'
import { notHome, option, other, stage, text } from './words.ts'

export const placesPage: Page = {
  code: 'places',
  title: text('Level and places', '课程层次与目的地', '課程程度與目的地'),
  questions: [
    {
      code: 'Q05',
      name: 'level',
      type: 'single',
      text: text(
        'What level is the course that you plan to take, are taking or have taken?',
        '您计划、正在或曾经就读的课程层次是？',
        '您計劃、正在或曾經修讀的課程程度是？',
      ),
      options: [
        option(1, 'Secondary school', '中学', '中學'),
        option(2, 'Foundation or diploma', '预科或文凭', '預科或文憑'),
        option(3, "Bachelor's degree", '本科', '學士'),
        option(4, "Taught master's degree", '授课型硕士', '修課式碩士'),
        option(5, "Research master's degree", '研究型硕士', '研究式碩士'),
        option(6, 'Doctorate', '博士', '博士'),
        option(7, 'Exchange or short programme', '交换或短期课程', '交換或短期課程'),
        option(8, 'Language course', '语言课程', '語言課程'),
      ],
    },
    {
      code: 'Q06',
      name: 'considered',
      type: 'multi',
      when: stage(1, 2),
      text: text('Which places are you considering?', '您正在考虑哪些目的地？', '您正在考慮哪些目的地？'),
      hint: text('Choose one to five.', '可选一至五项', '可選一至五項'),
      options: { set: 'dest' },
      without: notHome,
      shuffle: true,
      min: 1,
      max: 5,
    },
  ],
}

export const coursePage: Page = {
  code: 'course',
  title: text('Course and reasons', '专业与原因', '主修與原因'),
  questions: [
    {
      code: 'Q07',
      name: 'dest',
      type: 'single',
      text: [
        {
          when: stage(1, 2),
          text: text('Which is your first choice?', '您的首选目的地是？', '您的首選目的地是？'),
        },
        {
          text: text(
            'Where are you studying, or where did you study?',
            '您目前或曾经在哪里就读？',
            '您目前或曾經在哪裏就讀？',
          ),
        },
      ],
      options: { set: 'dest' },
      carry: { from: 'Q06' },
      without: notHome,
    },
    {
      code: 'Q08',
      name: 'field',
      type: 'single',
      text: text('What is your main field?', '您的专业方向是？', '您的主修範疇是？'),
      options: [
        option(1, 'Business', '商科', '商科'),
        option(2, 'Engineering', '工程', '工程'),
        option(3, 'Computing or AI', '计算机与人工智能', '電腦與人工智能'),
        option(4, 'Science', '理科', '理科'),
        option(5, 'Medicine or health', '医学与健康', '醫學與健康'),
        option(6, 'Social science or law', '社会科学与法律', '社會科學與法律'),
        option(7, 'Arts or design', '艺术与设计', '藝術與設計'),
        option(8, 'Humanities or education', '人文与教育', '人文與教育'),
        other,
      ],
    },
    {
      code: 'Q09',
      name: 'start',
      type: 'year',
      text: text('In which year will you start, or did you start?', '您的入学年份是？', '您的入學年份是？'),
      hint: text('2010 means 2010 or earlier.', '2010年或更早请填2010', '2010年或之前請填2010'),
      min: 2010,
      max: 2030,
    },
    {
      code: 'Q10',
      name: 'why',
      type: 'rank',
      text: text(
        'What are your main reasons for studying away from home?',
        '您选择留学的主要原因是？',
        '您選擇到外地升學的主要原因是？',
      ),
      hint: text('Choose up to three, in order of importance.', '最多选三项，按重要性排序', '最多選三項，按重要性排序'),
      options: [
        option(1, 'Career development', '职业发展', '事業發展'),
        option(2, 'Teaching quality', '教育质量', '教育質素'),
        option(3, 'Broader horizons', '开阔视野', '擴闊視野'),
        option(4, 'Recognition of the degree', '学历认可', '學歷認可'),
        option(5, 'Language skills', '语言能力', '語言能力'),
        option(6, 'To stay and work', '毕业后留下工作', '畢業後留下工作'),
        option(7, 'Competition at home', '本地竞争压力', '本地競爭壓力'),
        option(8, "My family's wish", '家庭期望', '家庭期望'),
        option(9, 'Research opportunities', '科研机会', '研究機會'),
        other,
      ],
      shuffle: true,
      max: 3,
    },
  ],
}
