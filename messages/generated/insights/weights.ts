// Made from messages/*/insights/weights.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface WeightsMessages {
  title: string
  about: string
  notProbability: string
  bar: {
    label: string
    none: string
    manage: string
  }
  named: (of: { name: string | number; n: string | number }) => string
  by: (of: { name: string | number }) => string
  told: (of: { name: string | number; people: string | number; effective: string | number; deff: string | number; least: string | number; most: string | number }) => string
  effective: (of: { n: string | number; effective: string | number }) => string
  not: string
  notHere: string
  both: (of: { a: string | number; b: string | number }) => string
  notKnown: string
  notFit: (of: { name: string | number }) => string
  look: string
  kept: {
    title: string
    none: string
    name: string
    questions: string
    author: string
    by: (of: { who: string | number; day: string | number }) => string
    change: string
    open: string
    remove: string
    restore: string
  }
  done: {
    save: (of: { name: string | number }) => string
    remove: (of: { name: string | number }) => string
    restore: (of: { name: string | number }) => string
  }
  upload: {
    title: string
    about: string
    file: string
    read: string
    refused: {
      empty: string
      file: string
      large: string
      line: (of: { line: string | number }) => string
    }
  }
  type: {
    title: string
    add: string
    choose: string
    next: string
    unit: string
    units: {
      percent: string
      count: string
    }
    hint: string
    check: string
  }
  problems: {
    title: string
    nothing: string
    many: string
    question: (of: { on: string | number }) => string
    few: (of: { on: string | number }) => string
    changed: (of: { on: string | number }) => string
    sum: (of: { on: string | number; sum: string | number }) => string
    code: (of: { on: string | number; code: string | number }) => string
    value: (of: { on: string | number; code: string | number }) => string
    twice: (of: { on: string | number; code: string | number }) => string
  }
  refused: {
    nobody: (of: { on: string | number }) => string
    empty: (of: { on: string | number; answer: string | number }) => string
    zero: (of: { on: string | number; people: string | number; answer: string | number }) => string
    rounds: (of: { off: string | number }) => string
    weights: (of: { least: string | number; most: string | number }) => string
  }
  preview: {
    title: string
    fine: (of: { rounds: number }) => string
    least: string
    most: string
    deff: string
    people: string
    effective: string
    answer: string
    count: string
    before: string
    target: string
    after: string
    picture: string
    untargeted: (of: { names: string | number }) => string
  }
  save: {
    title: string
    name: string
    hint: string
    save: string
    refused: {
      name: string
      many: string
      margins: string
    }
  }
}

const en: WeightsMessages = {
  title: 'Margins and weights',
  about: 'Where you know how the people whom a study is about are spread over the answers to some questions, its results can be weighted to these shares, the margins. Everybody with the same answers to those questions has the same weight, found by raking. People who gave none of the answers with a target keep their own share.',
  notProbability: 'Weights make shares fit. They do not make those who came by an open link a probability sample, and whatever else sets them apart stays.',
  bar: {
    label: 'Weights',
    none: 'none',
    manage: 'Margins and weights',
  },
  named: ({ name, n }) => `${name} (${n})`,
  by: ({ name }) => `Weighted by “${name}”`,
  told: ({ name, people, effective, deff, least, most }) => `Weighted by “${name}”: of ${people} people in the base, effective n = ${effective}; design effect ${deff}; weights from ${least} to ${most}. Counts are sums of weights, and intervals go by the effective n.`,
  effective: ({ n, effective }) => `n = ${n}, effective n = ${effective}`,
  not: 'These figures are not weighted.',
  notHere: 'Flows are counted without weights.',
  both: ({ a, b }) => `Effective n: A ${a}, B ${b}`,
  notKnown: 'There are no margins of this name in the study.',
  notFit: ({ name }) => `The margins “${name}” do not fit these answers:`,
  look: 'See the margins',
  kept: {
    title: 'Kept margins',
    none: 'No margins are kept yet. Upload or type some below.',
    name: 'Name',
    questions: 'Questions',
    author: 'By',
    by: ({ who, day }) => `${who}, ${day}`,
    change: 'Change',
    open: 'Open',
    remove: 'Delete',
    restore: 'Undo',
  },
  done: {
    save: ({ name }) => `Kept as “${name}”.`,
    remove: ({ name }) => `“${name}” is deleted. Files that were weighted by it can still be made again.`,
    restore: ({ name }) => `“${name}” is back.`,
  },
  upload: {
    title: 'Upload',
    about: 'A table (CSV, or a workbook’s first sheet) with a line for each answer: the question’s code, the answer’s code, and the share in percent. A third column called “count” holds counts.',
    file: 'File',
    read: 'Read and check',
    refused: {
      empty: 'The file is empty. Choose one with margins.',
      file: 'This is neither a CSV file nor a workbook. Save the table as CSV or XLSX.',
      large: 'The file is larger than any table of margins. Leave out what are no margins.',
      line: ({ line }) => `Line ${line} is not a question’s code, an answer’s code and a number. Correct it, and upload the file again.`,
    },
  },
  type: {
    title: 'Type them here',
    add: 'Question',
    choose: 'Choose…',
    next: 'Add the question',
    unit: 'Targets are',
    units: {
      percent: 'percent',
      count: 'counts',
    },
    hint: 'Leave an answer empty if it has no target: people who gave it keep their own share.',
    check: 'Check and preview',
  },
  problems: {
    title: 'These margins cannot be used yet',
    nothing: 'No answer has a target.',
    many: 'These are more than 10 questions, 400 targets or 131,072 combinations of answers. Rake on fewer.',
    question: ({ on }) => `${on}: there is no question of this code with one answer of several.`,
    few: ({ on }) => `${on}: at least two answers need a target above 0.`,
    changed: ({ on }) => `${on}: when these margins were kept, the codes of its answers said something else than in this version. Type its targets again, and save them under a name.`,
    sum: ({ on, sum }) => `${on}: the percentages add up to ${sum}, not to 100.`,
    code: ({ on, code }) => `${on}: there is no answer with the code ${code}.`,
    value: ({ on, code }) => `${on}, ${code}: the target is no number of 0 or more.`,
    twice: ({ on, code }) => `${on}, ${code}: the answer has two targets.`,
  },
  refused: {
    nobody: ({ on }) => `${on}: nobody in the base has answered it.`,
    empty: ({ on, answer }) => `${on}: nobody gave the answer “${answer}”, so that no weight can give it a share. Put it together with another, or leave out its target.`,
    zero: ({ on, people, answer }) => `${on}: ${people} gave the answer “${answer}”, whose target is 0. Filter them out instead, or leave out its target.`,
    rounds: ({ off }) => `After 50 rounds a share is still ${off} points from its target: the margins contradict each other in these answers. Use fewer questions, or wider answers.`,
    weights: ({ least, most }) => `Weights would reach from ${least} to ${most}. Outside 0.2 to 5, a few people would stand for many. No weight is trimmed: put answers together, or leave a question out.`,
  },
  preview: {
    title: 'What these weights do',
    fine: ({ rounds }) => `Each margin is met within 0.1 points after ${rounds === 1 ? `${rounds} round` : `${rounds} rounds`}.`,
    least: 'Smallest weight',
    most: 'Largest weight',
    deff: 'Design effect (1 + CV²)',
    people: 'People in the base',
    effective: 'Effective n',
    answer: 'Answer',
    count: 'People',
    before: 'Before',
    target: 'Target',
    after: 'After',
    picture: 'The thin line is the share before, the bar the one after, the stroke its target.',
    untargeted: ({ names }) => `Without a target, kept at their own share: ${names}`,
  },
  save: {
    title: 'Keep them',
    name: 'Name',
    hint: 'For example: Ministry of Education 2025. Margins of a name that there is become its next version.',
    save: 'Keep these margins',
    refused: {
      name: 'Give the margins a name of 1 to 80 characters.',
      many: 'A study keeps 100 sets of margins at most. Delete one that nobody uses.',
      margins: 'Correct the margins first.',
    },
  },
}

const zhHans: WeightsMessages = {
  title: '边际分布与加权',
  about: '如果您知道研究所针对的人群在某些问题上的答案分布，即边际分布，就可以据此对结果加权。在这些问题上答案相同的人权重相同，权重由迭代比例拟合得出。没有选择任何设有目标的答案的人，保持其在样本中的占比。',
  notProbability: '加权只是让占比吻合，并不会让通过公开链接参与的人成为概率样本；他们在其他方面的差异依然存在。',
  bar: {
    label: '加权',
    none: '不加权',
    manage: '管理边际分布与加权',
  },
  named: ({ name, n }) => `${name}（第${n}版）`,
  by: ({ name }) => `按“${name}”加权`,
  told: ({ name, people, effective, deff, least, most }) => `按“${name}”加权：基数中的${people}人相当于有效样本量${effective}；设计效应${deff}；权重介于${least}与${most}之间。表中人数为权重之和，区间按有效样本量计算。`,
  effective: ({ n, effective }) => `n = ${n}，有效样本量 = ${effective}`,
  not: '以下数字未加权。',
  notHere: '流向不加权。',
  both: ({ a, b }) => `有效样本量：A ${a}，B ${b}`,
  notKnown: '该研究没有此边际分布。',
  notFit: ({ name }) => `边际分布“${name}”不适用于这些答案：`,
  look: '查看边际分布',
  kept: {
    title: '已保存的边际分布',
    none: '尚未保存任何边际分布。请在下方上传或填写。',
    name: '名称',
    questions: '问题',
    author: '保存人',
    by: ({ who, day }) => `${who}，${day}`,
    change: '操作',
    open: '打开',
    remove: '删除',
    restore: '撤销',
  },
  done: {
    save: ({ name }) => `已保存为“${name}”。`,
    remove: ({ name }) => `“${name}”已删除。按它加权的文件仍可重新生成。`,
    restore: ({ name }) => `“${name}”已恢复。`,
  },
  upload: {
    title: '上传',
    about: '请上传表格（CSV或工作簿的第一个工作表），每行一个答案：问题代码、答案代码、百分比。第三列标题为“人数”时按人数读取。',
    file: '文件',
    read: '读取并检查',
    refused: {
      empty: '文件为空。请选择含有边际分布的文件。',
      file: '该文件既不是CSV也不是工作簿。请将表格另存为CSV或XLSX。',
      large: '文件过大，不像是边际分布表。请删去无关内容。',
      line: ({ line }) => `第${line}行不是“问题代码、答案代码、数字”。请更正后重新上传。`,
    },
  },
  type: {
    title: '在此填写',
    add: '问题',
    choose: '请选择…',
    next: '添加问题',
    unit: '目标的单位',
    units: {
      percent: '百分比',
      count: '人数',
    },
    hint: '没有目标的答案请留空：选择它的人保持原有占比。',
    check: '检查并预览',
  },
  problems: {
    title: '这些边际分布还不能使用',
    nothing: '还没有为任何答案设置目标。',
    many: '问题超过10个，或目标超过400个，或答案组合超过131,072种。请减少问题。',
    question: ({ on }) => `${on}：没有这一代码的单选问题。`,
    few: ({ on }) => `${on}：至少要为两个答案设置大于0的目标。`,
    changed: ({ on }) => `${on}：保存这组边际分布之后，问卷版本变了，答案代码的含义与当时不同。请重新填写目标并另行保存。`,
    sum: ({ on, sum }) => `${on}：百分比之和为${sum}，而不是100。`,
    code: ({ on, code }) => `${on}：没有代码为${code}的答案。`,
    value: ({ on, code }) => `${on}，${code}：目标不是0或以上的数字。`,
    twice: ({ on, code }) => `${on}，${code}：该答案有两个目标。`,
  },
  refused: {
    nobody: ({ on }) => `${on}：基数中没有人回答过这个问题。`,
    empty: ({ on, answer }) => `${on}：没有人选择“${answer}”，任何权重都无法使其有占比。请将它与其他答案合并，或不为它设置目标。`,
    zero: ({ on, people, answer }) => `${on}：有${people}人选择“${answer}”，而它的目标为0。请改用筛选排除这些人，或不为它设置目标。`,
    rounds: ({ off }) => `50轮之后，仍有占比与目标相差${off}个百分点：这些边际分布在现有答案中互相矛盾。请减少问题，或合并答案。`,
    weights: ({ least, most }) => `权重将介于${least}与${most}之间。超出0.2至5的范围，少数人就会代表许多人。系统不会截断权重：请合并答案，或去掉一个问题。`,
  },
  preview: {
    title: '加权效果',
    fine: ({ rounds }) => `${`${rounds}轮`}之后，每个边际分布与目标相差都在0.1个百分点以内。`,
    least: '最小权重',
    most: '最大权重',
    deff: '设计效应（1 + 变异系数²）',
    people: '基数人数',
    effective: '有效样本量',
    answer: '答案',
    count: '人数',
    before: '加权前',
    target: '目标',
    after: '加权后',
    picture: '细线为加权前的占比，条形为加权后的占比，竖线为目标。',
    untargeted: ({ names }) => `没有目标、保持原有占比的答案：${names}`,
  },
  save: {
    title: '保存',
    name: '名称',
    hint: '例如：教育部2025年统计。名称已存在时，将保存为它的下一版。',
    save: '保存这些边际分布',
    refused: {
      name: '请填写1至80个字的名称。',
      many: '每个研究最多保存100组边际分布。请删除不再使用的。',
      margins: '请先更正边际分布。',
    },
  },
}

const zhHant: WeightsMessages = {
  title: '邊際分佈與加權',
  about: '如果您知道研究所針對的人群在某些問題上的答案分佈，即邊際分佈，就可以據此對結果加權。在這些問題上答案相同的人權重相同，權重由迭代比例擬合得出。沒有選擇任何設有目標的答案的人，保持其在樣本中的佔比。',
  notProbability: '加權只是讓佔比吻合，並不會讓透過公開連結參與的人成為概率樣本；他們在其他方面的差異依然存在。',
  bar: {
    label: '加權',
    none: '不加權',
    manage: '管理邊際分佈與加權',
  },
  named: ({ name, n }) => `${name}（第${n}版）`,
  by: ({ name }) => `按「${name}」加權`,
  told: ({ name, people, effective, deff, least, most }) => `按「${name}」加權：基數中的${people}人相當於有效樣本量${effective}；設計效應${deff}；權重介乎${least}與${most}之間。表中人數為權重之和，區間按有效樣本量計算。`,
  effective: ({ n, effective }) => `n = ${n}，有效樣本量 = ${effective}`,
  not: '以下數字未加權。',
  notHere: '流向不加權。',
  both: ({ a, b }) => `有效樣本量：A ${a}，B ${b}`,
  notKnown: '該研究沒有此邊際分佈。',
  notFit: ({ name }) => `邊際分佈「${name}」不適用於這些答案：`,
  look: '查看邊際分佈',
  kept: {
    title: '已儲存的邊際分佈',
    none: '尚未儲存任何邊際分佈。請在下方上載或填寫。',
    name: '名稱',
    questions: '問題',
    author: '儲存人',
    by: ({ who, day }) => `${who}，${day}`,
    change: '操作',
    open: '開啟',
    remove: '刪除',
    restore: '復原',
  },
  done: {
    save: ({ name }) => `已儲存為「${name}」。`,
    remove: ({ name }) => `「${name}」已刪除。按它加權的檔案仍可重新產生。`,
    restore: ({ name }) => `「${name}」已恢復。`,
  },
  upload: {
    title: '上載',
    about: '請上載表格（CSV或活頁簿的第一個工作表），每行一個答案：問題代碼、答案代碼、百分比。第三欄標題為「人數」時按人數讀取。',
    file: '檔案',
    read: '讀取並檢查',
    refused: {
      empty: '檔案為空。請選擇含有邊際分佈的檔案。',
      file: '該檔案既不是CSV也不是活頁簿。請將表格另存為CSV或XLSX。',
      large: '檔案過大，不像是邊際分佈表。請刪去無關內容。',
      line: ({ line }) => `第${line}行不是「問題代碼、答案代碼、數字」。請更正後重新上載。`,
    },
  },
  type: {
    title: '在此填寫',
    add: '問題',
    choose: '請選擇…',
    next: '新增問題',
    unit: '目標的單位',
    units: {
      percent: '百分比',
      count: '人數',
    },
    hint: '沒有目標的答案請留空：選擇它的人保持原有佔比。',
    check: '檢查並預覽',
  },
  problems: {
    title: '這些邊際分佈還不能使用',
    nothing: '還沒有為任何答案設定目標。',
    many: '問題超過10個，或目標超過400個，或答案組合超過131,072種。請減少問題。',
    question: ({ on }) => `${on}：沒有這一代碼的單選問題。`,
    few: ({ on }) => `${on}：至少要為兩個答案設定大於0的目標。`,
    changed: ({ on }) => `${on}：儲存這組邊際分佈之後，問卷版本變了，答案代碼的含義與當時不同。請重新填寫目標並另行儲存。`,
    sum: ({ on, sum }) => `${on}：百分比之和為${sum}，而不是100。`,
    code: ({ on, code }) => `${on}：沒有代碼為${code}的答案。`,
    value: ({ on, code }) => `${on}，${code}：目標不是0或以上的數字。`,
    twice: ({ on, code }) => `${on}，${code}：該答案有兩個目標。`,
  },
  refused: {
    nobody: ({ on }) => `${on}：基數中沒有人回答過這個問題。`,
    empty: ({ on, answer }) => `${on}：沒有人選擇「${answer}」，任何權重都無法使其有佔比。請將它與其他答案合併，或不為它設定目標。`,
    zero: ({ on, people, answer }) => `${on}：有${people}人選擇「${answer}」，而它的目標為0。請改用篩選排除這些人，或不為它設定目標。`,
    rounds: ({ off }) => `50輪之後，仍有佔比與目標相差${off}個百分點：這些邊際分佈在現有答案中互相矛盾。請減少問題，或合併答案。`,
    weights: ({ least, most }) => `權重將介乎${least}與${most}之間。超出0.2至5的範圍，少數人就會代表許多人。系統不會截斷權重：請合併答案，或去掉一個問題。`,
  },
  preview: {
    title: '加權效果',
    fine: ({ rounds }) => `${`${rounds}輪`}之後，每個邊際分佈與目標相差都在0.1個百分點以內。`,
    least: '最小權重',
    most: '最大權重',
    deff: '設計效應（1 + 變異係數²）',
    people: '基數人數',
    effective: '有效樣本量',
    answer: '答案',
    count: '人數',
    before: '加權前',
    target: '目標',
    after: '加權後',
    picture: '細線為加權前的佔比，條形為加權後的佔比，豎線為目標。',
    untargeted: ({ names }) => `沒有目標、保持原有佔比的答案：${names}`,
  },
  save: {
    title: '儲存',
    name: '名稱',
    hint: '例如：教育部2025年統計。名稱已存在時，將儲存為它的下一版。',
    save: '儲存這些邊際分佈',
    refused: {
      name: '請填寫1至80個字的名稱。',
      many: '每個研究最多儲存100組邊際分佈。請刪除不再使用的。',
      margins: '請先更正邊際分佈。',
    },
  },
}

const languages: Record<Language, WeightsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of insights/weights, in one language. */
export function weightsMessages(language: Language): WeightsMessages {
  return languages[language]
}
