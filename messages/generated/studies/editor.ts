// Made from messages/*/studies/editor.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface EditorMessages {
  title: string
  whole: string
  outline: string
  howTo: string
  save: string
  saved: string
  saving: string
  notSaved: string
  undo: string
  redo: string
  asPublished: string
  savedBy: (of: { name: string | number; at: string | number }) => string
  tabs: {
    label: string
    questions: string
    texts: (of: { n: number }) => string
    versions: string
  }
  coded: (of: { code: string | number; text: string | number }) => string
  pageNamed: (of: { title: string | number }) => string
  consentNamed: (of: { code: string | number }) => string
  quoted: (of: { text: string | number }) => string
  listed: string
  and: string
  or: string
  blank: string
  faultMark: string
  faults: (of: { n: number }) => string
  noFaults: string
  translationsMissing: (of: { n: number }) => string
  moreFaults: (of: { n: string | number }) => string
  faultOf: (of: { name: string | number; fault: string | number }) => string
  preview: string
  previewAlone: string
  notDrawn: string
  lookAgain: string
  stillRight: string
  foundRight: string
  lookOnceMore: string
  code: string
  more: string
  add: string
  remove: string
  addItem: string
  sharedList: (of: { questions: string | number }) => string
  upNamed: (of: { label: string | number }) => string
  downNamed: (of: { label: string | number }) => string
  removeNamed: (of: { label: string | number }) => string
  labelOf: (of: { code: string | number }) => string
  wordingNumber: (of: { n: string | number; of: string | number }) => string
  rows: string
  options: string
  scale: string
  carried: (of: { from: string | number }) => string
  settings: string
  maxLength: string
  variable: string
  rowName: string
  limits: {
    numbers: {
      min: string
      max: string
    }
    picks: {
      min: string
      max: string
    }
    dates: {
      min: string
      max: string
    }
  }
  boxes: {
    optional: string
    shuffle: string
    showAll: string
    exclusive: string
    last: string
    always: string
    decoy: string
    draftOnly: string
    withheld: string
  }
  details: {
    label: string
    none: string
    text: string
    list: (of: { list: string | number }) => string
  }
  texts: {
    text: string
    hint: string
    title: string
    low: string
    high: string
    unit: string
    short: string
    attention: string
    consent: string
  }
  types: {
    single: string
    multi: string
    rank: string
    matrix: string
    scale: string
    nps: string
    year: string
    number: string
    text: string
    date: string
    note: string
  }
  shownIf: string
  shownIfOf: (of: { name: string | number }) => string
  alwaysShown: string
  always: string
  onlyIf: (of: { condition: string | number }) => string
  changeCondition: string
  onPage: string
  joins: {
    label: string
    all: string
    any: string
  }
  removePart: string
  nothingBefore: string
  addPart: string
  pickQuestion: string
  goOn: string
  how: string
  hows: {
    is: string
    is_not: string
    only: string
    between: string
    answered: string
    not_answered: string
    holds: string
    holds_not: string
  }
  values: string
  addCondition: string
  asks: {
    is: (of: { question: string | number; answers: string | number }) => string
    isNot: (of: { question: string | number; answers: string | number }) => string
    only: (of: { question: string | number; answers: string | number }) => string
    answered: (of: { question: string | number }) => string
    notAnswered: (of: { question: string | number }) => string
    between: (of: { question: string | number; min: string | number; max: string | number }) => string
    atLeast: (of: { question: string | number; min: string | number }) => string
    atMost: (of: { question: string | number; max: string | number }) => string
    fact: (of: { fact: string | number }) => string
    not: (of: { condition: string | number }) => string
    group: (of: { condition: string | number }) => string
  }
  endsHere: string
  endWhen: string
  endAs: string
  endsAs: (of: { as: string | number; condition: string | number }) => string
  ends: {
    screened_out: string
    under_age: string
  }
  addEnd: string
  leaseHere: string
  oversized: (of: { name: string | number; kb: string | number; most: string | number }) => string
  setLease: string
  addQuestion: string
  addPage: string
  addConsent: string
  firstQuestion: string
  type: string
  inLanguage: string
  optionsOfNew: string
  oneALine: string
  rowsOfNew: string
  counts: {
    whole: string
    missing: (of: { n: string | number }) => string
    old: (of: { n: string | number }) => string
    which: string
    open: string
    all: (of: { n: string | number }) => string
    nothing: string
    previous: string
    next: string
    page: (of: { n: string | number; of: string | number }) => string
  }
  clash: {
    title: string
    said: (of: { name: string | number; at: string | number }) => string
    mine: string
    theirs: string
    now: string
    typed: string
    nothing: string
    kinds: {
      condition: string
      set: string
      remove: string
    }
  }
  refused: {
    not_found: string
    items_needed: string
    referred_to: (of: { name: string | number; by: string | number }) => string
    last_one: string
    taken: string
    not_so: string
    too_long: string
    nothing_there: string
    changed_meanwhile: (of: { name: string | number }) => string
  }
  wrong: {
    missing: (of: { language: string | number }) => string
    duplicate: (of: { code: string | number }) => string
    unknown: (of: { code: string | number }) => string
    notEarlier: (of: { code: string | number }) => string
    noPick: (of: { code: string | number }) => string
    noOption: (of: { question: string | number; code: string | number }) => string
    noScale: (of: { code: string | number }) => string
    noRow: (of: { code: string | number; question: string | number }) => string
    secondDetail: (of: { code: string | number }) => string
    lastWording: string
    minOverMax: string
    tooLarge: (of: { number: string | number }) => string
    fewOptions: (of: { count: string | number }) => string
    blankCode: string
    blankOrNumber: (of: { code: string | number }) => string
    nothingAnswered: string
    noLease: string
    secondLease: string
    placeLate: (of: { code: string | number }) => string
    placeNotAll: (of: { code: string | number }) => string
    broken: string
    longLabel: string
    elsewhere: (of: { code: string | number }) => string
    tooMany: string
    unreached: (of: { code: string | number }) => string
    rowUnreached: (of: { code: string | number; question: string | number }) => string
    optionUnreached: (of: { code: string | number; question: string | number }) => string
    noAnswer: (of: { code: string | number }) => string
    onlyAnswered: (of: { code: string | number }) => string
    noCodes: (of: { code: string | number }) => string
    notNumber: (of: { code: string | number }) => string
    emptyRange: string
    notJsonAt: (of: { line: string | number; column: string | number }) => string
    notJson: string
    absent: string
    otherKind: string
    quota: (of: { text: string | number }) => string
    other: (of: { text: string | number }) => string
    noPlace: string
  }
  addWording: string
  wordingIf: (of: { condition: string | number }) => string
  wordingElse: string
  wordingNoCondition: string
  aboutAnswers: string
  aboutFacts: string
  attentionLabel: string
  listNamed: (of: { name: string | number }) => string
  cameFrom: (of: { tag: string | number }) => string
  facts: {
    language_en: string
    language_zh_hans: string
    language_zh_hant: string
    invited: string
    recipient: string
    winter: string
    minors: string
    minimum_over_18: string
    minimum_over_23: string
    minimum_over_28: string
    contact: string
    purpose: string
    from: string
    to: string
    cf: string
    ct: string
  }
  together: {
    label: string
    own: string
    with: (of: { condition: string | number }) => string
  }
  carry: {
    options: string
    rows: string
    optionsHint: string
    rowsHint: string
    none: string
  }
  without: {
    label: string
    hint: string
    none: string
    codes: string
  }
  attention: {
    title: string
    hint: string
    targets: string
    add: string
    remove: string
  }
  shared: {
    title: string
    label: string
    hint: string
    own: string
    list: (of: { name: string | number }) => string
    new: string
    name: string
  }
  place: {
    label: string
    hint: string
    none: string
  }
  lists: {
    title: string
    hint: string
    count: (of: { n: number }) => string
    new: string
    find: string
    search: string
    found: (of: { n: number }) => string
    entries: string
    empty: string
    none: string
    place: (of: { of: string | number }) => string
    code: string
    unused: string
    usedBy: (of: { questions: string | number }) => string
  }
  sets: {
    title: string
    one: (of: { name: string | number; n: number }) => string
    unused: string
  }
  factList: {
    title: (of: { n: string | number }) => string
    hint: string
    new: string
  }
  rates: {
    title: (of: { n: string | number }) => string
    hint: string
    one: (of: { name: string | number; rate: string | number; on: string | number }) => string
    name: string
    rate: string
    on: string
  }
}

const en: EditorMessages = {
  title: 'Edit the questionnaire',
  whole: 'The whole questionnaire',
  outline: 'Pages and questions',
  howTo: 'Pick a page or a question in the list to change it. Each change is kept in the draft; nobody is asked it before it is published.',
  save: 'Save',
  saved: 'Saved.',
  saving: 'Saving…',
  notSaved: 'Not saved: the service could not be reached. What you typed is still here; press Save to try again.',
  undo: 'Undo',
  redo: 'Redo',
  asPublished: 'Nothing has been changed since the last version.',
  savedBy: ({ name, at }) => `Last saved by ${name}, ${at}`,
  tabs: {
    label: 'Parts of the editor',
    questions: 'Questions',
    texts: ({ n }) => `${n === 0 ? 'Translations' : `Translations (${n})`}`,
    versions: 'Versions, files, publishing',
  },
  coded: ({ code, text }) => `${code}: ${text}`,
  pageNamed: ({ title }) => `Page “${title}”`,
  consentNamed: ({ code }) => `Consent ${code}`,
  quoted: ({ text }) => `‘${text}’`,
  listed: ', ',
  and: ' and ',
  or: ' or ',
  blank: '(left blank)',
  faultMark: 'needs a look',
  faults: ({ n }) => `${n === 1 ? `${n} thing is missing before this can be published` : `${n} things are missing before this can be published`}`,
  noFaults: 'Nothing is missing: this draft can be published.',
  translationsMissing: ({ n }) => `${n === 1 ? `${n} translation is missing` : `${n} translations are missing`}`,
  moreFaults: ({ n }) => `and ${n} more`,
  faultOf: ({ name, fault }) => `${name}: ${fault}`,
  preview: 'Preview',
  previewAlone: 'Open the preview on a page of its own',
  notDrawn: 'This cannot be drawn yet: a list that it uses is missing.',
  lookAgain: 'Changed in another language: look again',
  stillRight: 'Still right',
  foundRight: 'Found still right',
  lookOnceMore: 'Look at it again',
  code: 'Code',
  more: 'More',
  add: 'Add',
  remove: 'Remove',
  addItem: 'Add one',
  sharedList: ({ questions }) => `This list is shared by ${questions}: a change here changes it in all of them.`,
  upNamed: ({ label }) => `Move “${label}” up`,
  downNamed: ({ label }) => `Move “${label}” down`,
  removeNamed: ({ label }) => `Remove “${label}”`,
  labelOf: ({ code }) => `Label of ${code}`,
  wordingNumber: ({ n, of }) => `Wording ${n} of ${of}`,
  rows: 'Rows',
  options: 'Options',
  scale: 'Scale',
  carried: ({ from }) => `Only what was picked in ${from} is shown here.`,
  settings: 'Settings',
  maxLength: 'Most characters',
  variable: 'Name of the variable in files',
  rowName: 'Name in forms made elsewhere',
  limits: {
    numbers: {
      min: 'At least',
      max: 'At most',
    },
    picks: {
      min: 'Fewest picks',
      max: 'Most picks',
    },
    dates: {
      min: 'First day',
      max: 'Last day',
    },
  },
  boxes: {
    optional: 'May be left blank',
    shuffle: 'In a different order for each person',
    showAll: 'Options hidden by a condition can be shown by a link',
    exclusive: 'Excludes every other pick',
    last: 'Stays at the end when the order is shuffled',
    always: 'Offered even if it was not picked before',
    decoy: 'Does not exist: checks attention',
    draftOnly: 'Not kept once the response is complete',
    withheld: 'Withheld from viewers: figures of it, and of questions that would tell of it, are for analysts only',
  },
  details: {
    label: 'Picking it asks for',
    none: 'nothing more',
    text: 'a short text',
    list: ({ list }) => `an entry of the list ${list}`,
  },
  texts: {
    text: 'Wording',
    hint: 'Hint',
    title: 'Title',
    low: 'Words at 0',
    high: 'Words at 10',
    unit: 'Unit',
    short: 'Short label for files',
    attention: 'Row that checks attention',
    consent: 'What is agreed to',
  },
  types: {
    single: 'One choice',
    multi: 'Several choices',
    rank: 'Ranking',
    matrix: 'Rows that share a scale',
    scale: 'Labelled scale',
    nps: '0 to 10',
    year: 'Year',
    number: 'Whole number',
    text: 'Open text',
    date: 'Day',
    note: 'Text without an answer',
  },
  shownIf: 'When it is shown',
  shownIfOf: ({ name }) => `When ${name} is shown`,
  alwaysShown: 'It is shown to everyone who comes here.',
  always: 'Shown to everyone.',
  onlyIf: ({ condition }) => `Shown if ${condition}.`,
  changeCondition: 'Change when',
  onPage: 'Stands on',
  joins: {
    label: 'Of these',
    all: 'all must hold',
    any: 'one is enough',
  },
  removePart: 'Remove',
  nothingBefore: 'No question stands before this one; what is known of a person can be asked about.',
  addPart: 'Add a condition about',
  pickQuestion: 'Pick a question',
  goOn: 'Go on',
  how: 'The answer',
  hows: {
    is: 'is one of',
    is_not: 'is none of',
    only: 'is nothing but',
    between: 'is between',
    answered: 'was given',
    not_answered: 'was not given',
    holds: 'holds',
    holds_not: 'does not hold',
  },
  values: 'Answers',
  addCondition: 'Add this condition',
  asks: {
    is: ({ question, answers }) => `${question} is ${answers}`,
    isNot: ({ question, answers }) => `${question} is not ${answers}`,
    only: ({ question, answers }) => `${question} is nothing but ${answers}`,
    answered: ({ question }) => `${question} was answered`,
    notAnswered: ({ question }) => `${question} was not answered`,
    between: ({ question, min, max }) => `${question} is between ${min} and ${max}`,
    atLeast: ({ question, min }) => `${question} is at least ${min}`,
    atMost: ({ question, max }) => `${question} is at most ${max}`,
    fact: ({ fact }) => `“${fact}” is true of this person`,
    not: ({ condition }) => `not: ${condition}`,
    group: ({ condition }) => `(${condition})`,
  },
  endsHere: 'Who ends here',
  endWhen: 'End when it is said in',
  endAs: 'It ends as',
  endsAs: ({ as, condition }) => `${as}: if ${condition}`,
  ends: {
    screened_out: 'Screened out',
    under_age: 'Under age',
  },
  addEnd: 'Add an early end',
  leaseHere: 'Leaving this page sets the reward aside.',
  oversized: ({ name, kb, most }) => `${name}: with all its texts filled to their limits in Chinese, the page has ${kb} kB, and no more than ${most} kB can be sent. Lower the limits, or move a question to another page.`,
  setLease: 'Set the reward aside when this page is left',
  addQuestion: 'Add a question',
  addPage: 'Add a page',
  addConsent: 'Add a consent',
  firstQuestion: 'A page begins with one question; more can be added to it.',
  type: 'Type',
  inLanguage: 'Written in',
  optionsOfNew: 'Options, or the scale',
  oneALine: 'One on each line. For 0 to 10: the words at both ends.',
  rowsOfNew: 'Rows, one on each line',
  counts: {
    whole: 'All there',
    missing: ({ n }) => `${n} missing`,
    old: ({ n }) => `${n} to look at again`,
    which: 'Which texts',
    open: 'Missing and to look at',
    all: ({ n }) => `All ${n}`,
    nothing: 'Every text is there in every language.',
    previous: 'Previous',
    next: 'Next',
    page: ({ n, of }) => `${n} of ${of}`,
  },
  clash: {
    title: 'Somebody else changed the same',
    said: ({ name, at }) => `${name} saved a change here, ${at}. Nothing of yours is lost: choose what is to stand.`,
    mine: 'Save what I typed',
    theirs: 'Leave it as it is now',
    now: 'As it is now',
    typed: 'What you typed',
    nothing: '(nothing)',
    kinds: {
      condition: 'You both changed when this is shown.',
      set: 'You both changed a setting here.',
      remove: 'You removed this; it has been changed since.',
    },
  },
  refused: {
    not_found: 'This is no longer there. Somebody else may have removed it.',
    items_needed: 'This type needs options, and a matrix rows as well: write one on each line.',
    referred_to: ({ name, by }) => `${name} cannot be removed, because others refer to it: ${by}. Change those first.`,
    last_one: 'The only one cannot be removed. Add another first, or remove what it belongs to.',
    taken: 'Something else has this name or code already.',
    not_so: 'This cannot be set so. A number is written in digits, a name in small letters, digits and underscores.',
    too_long: 'The draft is too long to be kept.',
    nothing_there: 'There is nothing to undo or redo any more.',
    changed_meanwhile: ({ name }) => `${name} has saved a change since you opened this page, so nothing was undone. This is the draft as it is now.`,
  },
  wrong: {
    missing: ({ language }) => `the text in ${language} is missing`,
    duplicate: ({ code }) => `“${code}” is there twice`,
    unknown: ({ code }) => `“${code}” is not there`,
    notEarlier: ({ code }) => `${code} does not stand on an earlier page`,
    noPick: ({ code }) => `${code} is not a question with picks that can be used here`,
    noOption: ({ question, code }) => `${question} has no option ${code}`,
    noScale: ({ code }) => `the scale has no option ${code}`,
    noRow: ({ code, question }) => `option ${code} of ${question} has no row here`,
    secondDetail: ({ code }) => `option ${code} is the second that asks for a text; one may`,
    lastWording: 'the last wording must always fit: it has no condition',
    minOverMax: 'the smallest is over the largest',
    tooLarge: ({ number }) => `${number} is beyond 1,000,000,000, the largest number and code of an answer`,
    fewOptions: ({ count }) => `there are more places to rank than options, of which there are ${count}`,
    blankCode: 'the code -1 says that nothing was answered; take another',
    blankOrNumber: ({ code }) => `-1 may be a number of ${code}: ask for a range, or whether it was answered`,
    nothingAnswered: 'nothing on this page can be answered',
    noLease: 'no page sets the reward aside; choose one on its page',
    secondLease: 'an earlier page sets the reward aside already',
    placeLate: ({ code }) => `${code} asks for the place, and comes after the page that sets the reward aside`,
    placeNotAll: ({ code }) => `${code} asks for the place, and is not asked of everyone`,
    broken: 'the text has characters that cannot be kept',
    longLabel: 'the label is too long for SPSS: give it a short one, under More',
    elsewhere: ({ code }) => `${code} stands in another language and not here`,
    tooMany: 'too many combinations of answers lead here to check them all',
    unreached: ({ code }) => `nobody can reach ${code}`,
    rowUnreached: ({ code, question }) => `nobody can see row ${code} of ${question}`,
    optionUnreached: ({ code, question }) => `nobody is offered option ${code} of ${question}`,
    noAnswer: ({ code }) => `${code} has no answer`,
    onlyAnswered: ({ code }) => `of ${code} one can only ask whether it was answered`,
    noCodes: ({ code }) => `${code} has no options to count by`,
    notNumber: ({ code }) => `the answer of ${code} is not one number`,
    emptyRange: 'a range needs a smallest or a largest number',
    notJsonAt: ({ line, column }) => `this is not JSON, or it was cut off: see line ${line}, column ${column}`,
    notJson: 'this is not JSON, or it was cut off',
    absent: 'something is missing here',
    otherKind: 'something of another kind is expected here',
    quota: ({ text }) => `a quota of the study no longer fits (${text})`,
    other: ({ text }) => `something here is missing or not of the right kind (${text})`,
    noPlace: 'Offers go by the place where people live, and no question asks for it any more',
  },
  addWording: 'Add a wording for some people',
  wordingIf: ({ condition }) => `For those of whom it holds: ${condition}.`,
  wordingElse: 'For everybody else.',
  wordingNoCondition: 'Everybody sees this one and none of those below: say for whom it is.',
  aboutAnswers: 'An answer',
  aboutFacts: 'What is known of a person',
  attentionLabel: 'Please choose “{target}” in this row',
  listNamed: ({ name }) => `List “${name}”`,
  cameFrom: ({ tag }) => `Came by a link with the tag “${tag}”`,
  facts: {
    language_en: 'Began in English',
    language_zh_hans: 'Began in Simplified Chinese',
    language_zh_hant: 'Began in Traditional Chinese',
    invited: 'Came by a personal link',
    recipient: 'Answers go to a recipient abroad',
    winter: 'The winter vacation is known and not over',
    minors: 'People below 18 may take part, and a guardian has agreed',
    minimum_over_18: 'The study is only for people above 18',
    minimum_over_23: 'The study is only for people above 23',
    minimum_over_28: 'The study is only for people above 28',
    contact: 'How the recipient abroad is reached',
    purpose: 'What the recipient abroad does with answers',
    from: 'First day of the winter vacation',
    to: 'Last day of the winter vacation',
    cf: 'First day on which nothing is paid',
    ct: 'Last day on which nothing is paid',
  },
  together: {
    label: 'It stands',
    own: 'on its own',
    with: ({ condition }) => `together with: ${condition}`,
  },
  carry: {
    options: 'Options offered',
    rows: 'Rows shown',
    optionsHint: 'People who were not asked the other question are offered everything.',
    rowsHint: 'The rows become the options of that question.',
    none: 'all of them',
  },
  without: {
    label: 'Leave out what was picked in',
    hint: 'The option with the same code is not offered.',
    none: 'no question',
    codes: 'Left out if it was picked there',
  },
  attention: {
    title: 'Check of attention',
    hint: 'One row more, at a place that differs from person to person, asks to pick a certain answer. It holds back nobody by itself.',
    targets: 'It may ask for',
    add: 'Add a row that checks attention',
    remove: 'Remove the check',
  },
  shared: {
    title: 'Share these options with other questions',
    label: 'Options come from',
    hint: 'What is changed in a shared list is changed in every question that uses it.',
    own: 'this question alone',
    list: ({ name }) => `the shared list “${name}”`,
    new: 'a new shared list with these options',
    name: 'Name of the new list',
  },
  place: {
    label: 'Question about the place',
    hint: 'Rewards may go by where people live. Without such a question, a reward is for every place.',
    none: 'none',
  },
  lists: {
    title: 'Long lists',
    hint: 'Such as countries: an option may ask for an entry of one.',
    count: ({ n }) => `${n === 0 ? 'no entries' : n === 1 ? `${n} entry` : `${n} entries`}`,
    new: 'Name of a new list',
    find: 'Code or name',
    search: 'Search',
    found: ({ n }) => `${n === 0 ? 'Nothing found' : n === 1 ? `${n} entry found` : `${n} entries found`}`,
    entries: 'Entries',
    empty: 'Nothing is in this list yet. Add its first entry below.',
    none: 'No entry has this code or name.',
    place: ({ of }) => `Place of ${of}`,
    code: 'Code',
    unused: 'No option asks for an entry of this list yet: choose it under More of an option.',
    usedBy: ({ questions }) => `Asked for in ${questions}.`,
  },
  sets: {
    title: 'Shared lists of options',
    one: ({ name, n }) => `${name}: ${n === 1 ? `${n} option` : `${n} options`}, used in`,
    unused: 'no question',
  },
  factList: {
    title: ({ n }) => `What is known of people (${n})`,
    hint: 'Conditions and texts may use these names. One that a condition asks for is listed by itself.',
    new: 'Name of a fact',
  },
  rates: {
    title: ({ n }) => `Rates of exchange (${n})`,
    hint: 'The rates by which amounts in labels were worked out, kept with the version.',
    one: ({ name, rate, on }) => `${name}: ${rate}, as of ${on}`,
    name: 'Currencies, such as CNYHKD',
    rate: 'Rate',
    on: 'Day',
  },
}

const zhHans: EditorMessages = {
  title: '编辑问卷',
  whole: '整份问卷',
  outline: '页面与题目',
  howTo: '在列表中选择页面或题目即可修改。每项更改都保存在草稿中，发布之前不会有人看到。',
  save: '保存',
  saved: '已保存。',
  saving: '正在保存…',
  notSaved: '未能保存：无法连接服务器。您输入的内容仍在此处，请按“保存”重试。',
  undo: '撤销',
  redo: '重做',
  asPublished: '自上一版本以来没有更改。',
  savedBy: ({ name, at }) => `${name}最后保存于${at}`,
  tabs: {
    label: '编辑器各部分',
    questions: '题目',
    texts: ({ n }) => `${n === 0 ? '翻译' : `翻译（${n}）`}`,
    versions: '版本、文件与发布',
  },
  coded: ({ code, text }) => `${code}：${text}`,
  pageNamed: ({ title }) => `页面“${title}”`,
  consentNamed: ({ code }) => `同意项${code}`,
  quoted: ({ text }) => `“${text}”`,
  listed: '、',
  and: '，并且',
  or: '，或者',
  blank: '（留空）',
  faultMark: '需要检查',
  faults: ({ n }) => `发布前还有${n}处需要处理`,
  noFaults: '没有缺漏：此草稿可以发布。',
  translationsMissing: ({ n }) => `缺少${n}处翻译`,
  moreFaults: ({ n }) => `还有${n}处`,
  faultOf: ({ name, fault }) => `${name}：${fault}`,
  preview: '预览',
  previewAlone: '在单独的页面中打开预览',
  notDrawn: '暂时无法显示：所用的列表缺失。',
  lookAgain: '其他语言已更改：请再看一遍',
  stillRight: '仍然正确',
  foundRight: '已确认仍然正确',
  lookOnceMore: '再看一遍',
  code: '代码',
  more: '更多',
  add: '添加',
  remove: '移除',
  addItem: '添加一项',
  sharedList: ({ questions }) => `此列表由${questions}共用：在此更改，各题都会随之更改。`,
  upNamed: ({ label }) => `将“${label}”上移`,
  downNamed: ({ label }) => `将“${label}”下移`,
  removeNamed: ({ label }) => `移除“${label}”`,
  labelOf: ({ code }) => `${code}的标签`,
  wordingNumber: ({ n, of }) => `第${n}种措辞（共${of}种）`,
  rows: '行',
  options: '选项',
  scale: '量表',
  carried: ({ from }) => `此处只显示在${from}中选择的项目。`,
  settings: '设置',
  maxLength: '最多字数',
  variable: '文件中的变量名',
  rowName: '在外部表单中的名称',
  limits: {
    numbers: {
      min: '最小值',
      max: '最大值',
    },
    picks: {
      min: '最少选择',
      max: '最多选择',
    },
    dates: {
      min: '最早日期',
      max: '最晚日期',
    },
  },
  boxes: {
    optional: '可以留空',
    shuffle: '每人看到的顺序不同',
    showAll: '被条件隐藏的选项可通过链接显示',
    exclusive: '排除其他所有选择',
    last: '打乱顺序时始终在末尾',
    always: '即使之前未选也提供',
    decoy: '并不存在：用于检查注意力',
    draftOnly: '答卷完成后不保留此答案',
    withheld: '不向查看者展示：此题以及会透露此题答案的题目，统计结果仅分析员可见',
  },
  details: {
    label: '选中后要求填写',
    none: '无需填写',
    text: '一段短文字',
    list: ({ list }) => `列表${list}中的一项`,
  },
  texts: {
    text: '题目措辞',
    hint: '提示',
    title: '标题',
    low: '0分处的文字',
    high: '10分处的文字',
    unit: '单位',
    short: '文件中的短标签',
    attention: '检查注意力的行',
    consent: '同意的内容',
  },
  types: {
    single: '单选',
    multi: '多选',
    rank: '排序',
    matrix: '矩阵',
    scale: '量表',
    nps: '0至10分',
    year: '年份',
    number: '整数',
    text: '开放文字',
    date: '日期',
    note: '说明文字',
  },
  shownIf: '何时显示',
  shownIfOf: ({ name }) => `${name}何时显示`,
  alwaysShown: '所有到达此处的人都会看到。',
  always: '向所有人显示。',
  onlyIf: ({ condition }) => `显示条件：${condition}。`,
  changeCondition: '更改条件',
  onPage: '所在页面',
  joins: {
    label: '以上条件',
    all: '须全部满足',
    any: '满足其一即可',
  },
  removePart: '移除',
  nothingBefore: '此前没有题目，可以依据已知的个人情况设置条件。',
  addPart: '添加条件，依据',
  pickQuestion: '选择题目',
  goOn: '继续',
  how: '答案',
  hows: {
    is: '是其中之一',
    is_not: '不是其中任何一项',
    only: '仅限于',
    between: '介于',
    answered: '已填写',
    not_answered: '未填写',
    holds: '符合',
    holds_not: '不符合',
  },
  values: '答案选项',
  addCondition: '添加此条件',
  asks: {
    is: ({ question, answers }) => `${question}为${answers}`,
    isNot: ({ question, answers }) => `${question}不为${answers}`,
    only: ({ question, answers }) => `${question}仅为${answers}`,
    answered: ({ question }) => `已回答${question}`,
    notAnswered: ({ question }) => `未回答${question}`,
    between: ({ question, min, max }) => `${question}介于${min}与${max}之间`,
    atLeast: ({ question, min }) => `${question}不小于${min}`,
    atMost: ({ question, max }) => `${question}不大于${max}`,
    fact: ({ fact }) => `此人符合“${fact}”`,
    not: ({ condition }) => `不符合：${condition}`,
    group: ({ condition }) => `（${condition}）`,
  },
  endsHere: '谁在此结束',
  endWhen: '依据题目结束',
  endAs: '结束方式',
  endsAs: ({ as, condition }) => `${as}：${condition}`,
  ends: {
    screened_out: '不符合条件',
    under_age: '未达年龄',
  },
  addEnd: '添加提前结束',
  leaseHere: '离开此页时预留奖励。',
  oversized: ({ name, kb, most }) => `${name}：若所有文本题都用中文写满，此页将达${kb} kB，而最多只能提交${most} kB。请调低字数上限，或将题目移至其他页。`,
  setLease: '离开此页时预留奖励',
  addQuestion: '添加题目',
  addPage: '添加页面',
  addConsent: '添加同意项',
  firstQuestion: '页面以一道题目开始，之后可以添加更多。',
  type: '题型',
  inLanguage: '书写语言',
  optionsOfNew: '选项或量表',
  oneALine: '每行一项。0至10分：填写两端的文字。',
  rowsOfNew: '行，每行一项',
  counts: {
    whole: '已齐全',
    missing: ({ n }) => `缺${n}处`,
    old: ({ n }) => `${n}处需再看`,
    which: '哪些文字',
    open: '缺失与待看',
    all: ({ n }) => `全部${n}处`,
    nothing: '每处文字的各语言均已齐全。',
    previous: '上一页',
    next: '下一页',
    page: ({ n, of }) => `第${n}页，共${of}页`,
  },
  clash: {
    title: '他人更改了同一处',
    said: ({ name, at }) => `${name}于${at}在此保存了更改。您的内容没有丢失：请选择保留哪一个。`,
    mine: '保存我输入的内容',
    theirs: '保持现状',
    now: '现在的内容',
    typed: '您输入的内容',
    nothing: '（无）',
    kinds: {
      condition: '您与他人都更改了显示条件。',
      set: '您与他人都更改了此处的设置。',
      remove: '您移除了此项，但它之后被更改过。',
    },
  },
  refused: {
    not_found: '此项已不存在，可能已被他人移除。',
    items_needed: '此题型需要选项，矩阵还需要行：请每行写一项。',
    referred_to: ({ name, by }) => `无法移除${name}，因为以下各处引用了它：${by}。请先更改这些地方。`,
    last_one: '无法移除唯一的一项。请先添加另一项，或移除其所属部分。',
    taken: '此名称或代码已被使用。',
    not_so: '无法这样设置。数字请用阿拉伯数字，名称请用小写字母、数字和下划线。',
    too_long: '草稿过长，无法保存。',
    nothing_there: '没有可撤销或重做的更改。',
    changed_meanwhile: ({ name }) => `您打开此页后${name}保存了更改，因此未撤销。以下是当前的草稿。`,
  },
  wrong: {
    missing: ({ language }) => `缺少${language}文字`,
    duplicate: ({ code }) => `“${code}”重复出现`,
    unknown: ({ code }) => `“${code}”不存在`,
    notEarlier: ({ code }) => `${code}不在前面的页面上`,
    noPick: ({ code }) => `${code}不是可在此使用的选择题`,
    noOption: ({ question, code }) => `${question}没有选项${code}`,
    noScale: ({ code }) => `量表没有选项${code}`,
    noRow: ({ question, code }) => `${question}的选项${code}在此没有对应的行`,
    secondDetail: ({ code }) => `选项${code}是第二个要求填写文字的选项，只能有一个`,
    lastWording: '最后一种措辞须始终适用，不能有条件',
    minOverMax: '最小值大于最大值',
    tooLarge: ({ number }) => `${number}超出了答案中数值和代码的上限1,000,000,000`,
    fewOptions: ({ count }) => `排序的名次多于选项，选项只有${count}个`,
    blankCode: '代码 -1 表示未作答，请换一个代码',
    blankOrNumber: ({ code }) => `-1可能是${code}的一个数值：请改为指定范围，或只问是否已作答`,
    nothingAnswered: '此页没有可回答的题目',
    noLease: '没有页面预留奖励，请在某一页上选择',
    secondLease: '前面的页面已预留奖励',
    placeLate: ({ code }) => `${code}询问地点，却排在预留奖励的页面之后`,
    placeNotAll: ({ code }) => `${code}询问地点，却并非人人都会被问到`,
    broken: '文字中有无法保存的字符',
    longLabel: '标签对SPSS来说过长，请在“更多”中填写短标签',
    elsewhere: ({ code }) => `${code}出现在另一种语言中，此处却没有`,
    tooMany: '通向此处的答案组合过多，无法全部检查',
    unreached: ({ code }) => `没有人能到达${code}`,
    rowUnreached: ({ question, code }) => `没有人能看到${question}的第${code}行`,
    optionUnreached: ({ question, code }) => `没有人会看到${question}的选项${code}`,
    noAnswer: ({ code }) => `${code}没有答案`,
    onlyAnswered: ({ code }) => `对${code}只能判断是否已回答`,
    noCodes: ({ code }) => `${code}没有可供计数的选项`,
    notNumber: ({ code }) => `${code}的答案不是一个数字`,
    emptyRange: '范围需要最小值或最大值',
    notJsonAt: ({ line, column }) => `这不是JSON，或内容不完整：请看第${line}行第${column}列`,
    notJson: '这不是JSON，或内容不完整',
    absent: '此处缺少内容',
    otherKind: '此处应为另一种类型的内容',
    quota: ({ text }) => `研究的一项配额不再适用（${text}）`,
    other: ({ text }) => `此处有缺漏或类型不符（${text}）`,
    noPlace: '奖励按居住地发放，但已没有题目询问居住地',
  },
  addWording: '为部分人添加一种措辞',
  wordingIf: ({ condition }) => `适用条件：${condition}。`,
  wordingElse: '适用于其他所有人。',
  wordingNoCondition: '目前所有人都看到此措辞，而看不到其后的措辞：请设置适用对象。',
  aboutAnswers: '某题的答案',
  aboutFacts: '已知的个人情况',
  attentionLabel: '本行请选择“{target}”',
  listNamed: ({ name }) => `列表“${name}”`,
  cameFrom: ({ tag }) => `通过带有标签“${tag}”的链接进入`,
  facts: {
    language_en: '以英文开始作答',
    language_zh_hans: '以简体中文开始作答',
    language_zh_hant: '以繁体中文开始作答',
    invited: '通过个人链接进入',
    recipient: '答案会提供给境外接收方',
    winter: '寒假日期已知且尚未结束',
    minors: '允许18岁以下人士参加，且监护人已同意',
    minimum_over_18: '研究只面向18岁以上人士',
    minimum_over_23: '研究只面向23岁以上人士',
    minimum_over_28: '研究只面向28岁以上人士',
    contact: '境外接收方的联系方式',
    purpose: '境外接收方使用答案的目的',
    from: '寒假第一天',
    to: '寒假最后一天',
    cf: '暂停付款的第一天',
    ct: '暂停付款的最后一天',
  },
  together: {
    label: '此条件',
    own: '单独成立',
    with: ({ condition }) => `与此条件并列：${condition}`,
  },
  carry: {
    options: '提供的选项',
    rows: '显示的行',
    optionsHint: '未被问到该题的人会看到全部选项。',
    rowsHint: '行将变为该题的选项。',
    none: '全部',
  },
  without: {
    label: '排除在此题中的选择',
    hint: '代码相同的选项不再提供。',
    none: '不排除',
    codes: '在该题选中时排除',
  },
  attention: {
    title: '注意力检查',
    hint: '额外的一行，位置因人而异，要求选择指定的答案。仅凭此项不会扣留任何人的奖励。',
    targets: '可要求选择',
    add: '添加检查注意力的行',
    remove: '移除检查',
  },
  shared: {
    title: '与其他题目共用这些选项',
    label: '选项来源',
    hint: '更改共用列表，所有使用它的题目都会随之更改。',
    own: '仅限本题',
    list: ({ name }) => `共用列表“${name}”`,
    new: '用这些选项新建共用列表',
    name: '新列表的名称',
  },
  place: {
    label: '询问所在地的题目',
    hint: '奖励可按居住地区分。没有此题时，奖励适用于所有地方。',
    none: '无',
  },
  lists: {
    title: '长列表',
    hint: '例如国家与地区：选项可要求填写其中一项。',
    count: ({ n }) => `${n === 0 ? '没有条目' : `共${n}条`}`,
    new: '新列表的名称',
    find: '代码或名称',
    search: '搜索',
    found: ({ n }) => `${n === 0 ? '没有找到' : `找到${n}条`}`,
    entries: '条目',
    empty: '列表中还没有条目，请在下方添加第一条。',
    none: '没有条目符合此代码或名称。',
    place: ({ of }) => `位置（共${of}）`,
    code: '代码',
    unused: '还没有选项要求填写此列表：请在选项的“更多”中选择。',
    usedBy: ({ questions }) => `用于${questions}。`,
  },
  sets: {
    title: '共用的选项列表',
    one: ({ name, n }) => `${name}：${`${n}个选项`}，用于`,
    unused: '没有题目',
  },
  factList: {
    title: ({ n }) => `已知的个人情况（${n}）`,
    hint: '条件和文字可使用这些名称。条件中用到的会自动列入。',
    new: '情况的名称',
  },
  rates: {
    title: ({ n }) => `汇率（${n}）`,
    hint: '计算标签中金额所用的汇率，随版本保存。',
    one: ({ name, rate, on }) => `${name}：${rate}，${on}`,
    name: '货币，如CNYHKD',
    rate: '汇率',
    on: '日期',
  },
}

const zhHant: EditorMessages = {
  title: '編輯問卷',
  whole: '整份問卷',
  outline: '頁面與題目',
  howTo: '在列表中選擇頁面或題目即可修改。每項更改都儲存在草稿中，發佈之前不會有人看到。',
  save: '儲存',
  saved: '已儲存。',
  saving: '正在儲存…',
  notSaved: '未能儲存：無法連線至伺服器。您輸入的內容仍在此處，請按「儲存」重試。',
  undo: '復原',
  redo: '重做',
  asPublished: '自上一版本以來沒有更改。',
  savedBy: ({ name, at }) => `${name}最後儲存於${at}`,
  tabs: {
    label: '編輯器各部分',
    questions: '題目',
    texts: ({ n }) => `${n === 0 ? '翻譯' : `翻譯（${n}）`}`,
    versions: '版本、檔案與發佈',
  },
  coded: ({ code, text }) => `${code}：${text}`,
  pageNamed: ({ title }) => `頁面「${title}」`,
  consentNamed: ({ code }) => `同意項${code}`,
  quoted: ({ text }) => `「${text}」`,
  listed: '、',
  and: '，並且',
  or: '，或者',
  blank: '（留空）',
  faultMark: '需要檢查',
  faults: ({ n }) => `發佈前還有${n}處需要處理`,
  noFaults: '沒有缺漏：此草稿可以發佈。',
  translationsMissing: ({ n }) => `缺少${n}處翻譯`,
  moreFaults: ({ n }) => `還有${n}處`,
  faultOf: ({ name, fault }) => `${name}：${fault}`,
  preview: '預覽',
  previewAlone: '在單獨的頁面中開啟預覽',
  notDrawn: '暫時無法顯示：所用的清單缺失。',
  lookAgain: '其他語言已更改：請再看一遍',
  stillRight: '仍然正確',
  foundRight: '已確認仍然正確',
  lookOnceMore: '再看一遍',
  code: '代碼',
  more: '更多',
  add: '新增',
  remove: '移除',
  addItem: '新增一項',
  sharedList: ({ questions }) => `此清單由${questions}共用：在此更改，各題都會隨之更改。`,
  upNamed: ({ label }) => `將「${label}」上移`,
  downNamed: ({ label }) => `將「${label}」下移`,
  removeNamed: ({ label }) => `移除「${label}」`,
  labelOf: ({ code }) => `${code}的標籤`,
  wordingNumber: ({ n, of }) => `第${n}種措辭（共${of}種）`,
  rows: '列',
  options: '選項',
  scale: '量表',
  carried: ({ from }) => `此處只顯示在${from}中選擇的項目。`,
  settings: '設定',
  maxLength: '最多字數',
  variable: '檔案中的變數名',
  rowName: '在外部表格中的名稱',
  limits: {
    numbers: {
      min: '最小值',
      max: '最大值',
    },
    picks: {
      min: '最少選擇',
      max: '最多選擇',
    },
    dates: {
      min: '最早日期',
      max: '最晚日期',
    },
  },
  boxes: {
    optional: '可以留空',
    shuffle: '每人看到的順序不同',
    showAll: '被條件隱藏的選項可透過連結顯示',
    exclusive: '排除其他所有選擇',
    last: '打亂順序時始終在末尾',
    always: '即使之前未選也提供',
    decoy: '並不存在：用於檢查專注度',
    draftOnly: '答卷完成後不保留此答案',
    withheld: '不向檢視者展示：此題以及會透露此題答案的題目，統計結果僅分析員可見',
  },
  details: {
    label: '選中後要求填寫',
    none: '無需填寫',
    text: '一段短文字',
    list: ({ list }) => `清單${list}中的一項`,
  },
  texts: {
    text: '題目措辭',
    hint: '提示',
    title: '標題',
    low: '0分處的文字',
    high: '10分處的文字',
    unit: '單位',
    short: '檔案中的短標籤',
    attention: '檢查專注度的行',
    consent: '同意的內容',
  },
  types: {
    single: '單選',
    multi: '多選',
    rank: '排序',
    matrix: '矩陣',
    scale: '量表',
    nps: '0至10分',
    year: '年份',
    number: '整數',
    text: '開放文字',
    date: '日期',
    note: '說明文字',
  },
  shownIf: '何時顯示',
  shownIfOf: ({ name }) => `${name}何時顯示`,
  alwaysShown: '所有到達此處的人都會看到。',
  always: '向所有人顯示。',
  onlyIf: ({ condition }) => `顯示條件：${condition}。`,
  changeCondition: '更改條件',
  onPage: '所在頁面',
  joins: {
    label: '以上條件',
    all: '須全部滿足',
    any: '滿足其一即可',
  },
  removePart: '移除',
  nothingBefore: '此前沒有題目，可以依據已知的個人情況設定條件。',
  addPart: '新增條件，依據',
  pickQuestion: '選擇題目',
  goOn: '繼續',
  how: '答案',
  hows: {
    is: '是其中之一',
    is_not: '不是其中任何一項',
    only: '僅限於',
    between: '介於',
    answered: '已填寫',
    not_answered: '未填寫',
    holds: '符合',
    holds_not: '不符合',
  },
  values: '答案選項',
  addCondition: '新增此條件',
  asks: {
    is: ({ question, answers }) => `${question}為${answers}`,
    isNot: ({ question, answers }) => `${question}不為${answers}`,
    only: ({ question, answers }) => `${question}僅為${answers}`,
    answered: ({ question }) => `已回答${question}`,
    notAnswered: ({ question }) => `未回答${question}`,
    between: ({ question, min, max }) => `${question}介於${min}與${max}之間`,
    atLeast: ({ question, min }) => `${question}不小於${min}`,
    atMost: ({ question, max }) => `${question}不大於${max}`,
    fact: ({ fact }) => `此人符合「${fact}」`,
    not: ({ condition }) => `不符合：${condition}`,
    group: ({ condition }) => `（${condition}）`,
  },
  endsHere: '誰在此結束',
  endWhen: '依據題目結束',
  endAs: '結束方式',
  endsAs: ({ as, condition }) => `${as}：${condition}`,
  ends: {
    screened_out: '不符合條件',
    under_age: '未達年齡',
  },
  addEnd: '新增提前結束',
  leaseHere: '離開此頁時預留獎賞。',
  oversized: ({ name, kb, most }) => `${name}：若所有文字題都以中文寫滿，此頁將達${kb} kB，而最多只能提交${most} kB。請調低字數上限，或將題目移至其他頁。`,
  setLease: '離開此頁時預留獎賞',
  addQuestion: '新增題目',
  addPage: '新增頁面',
  addConsent: '新增同意項',
  firstQuestion: '頁面以一道題目開始，之後可以新增更多。',
  type: '題型',
  inLanguage: '書寫語言',
  optionsOfNew: '選項或量表',
  oneALine: '每行一項。0至10分：填寫兩端的文字。',
  rowsOfNew: '列，每行一項',
  counts: {
    whole: '已齊全',
    missing: ({ n }) => `缺${n}處`,
    old: ({ n }) => `${n}處需再看`,
    which: '哪些文字',
    open: '缺失與待看',
    all: ({ n }) => `全部${n}處`,
    nothing: '每處文字的各語言均已齊全。',
    previous: '上一頁',
    next: '下一頁',
    page: ({ n, of }) => `第${n}頁，共${of}頁`,
  },
  clash: {
    title: '他人更改了同一處',
    said: ({ name, at }) => `${name}於${at}在此儲存了更改。您的內容沒有遺失：請選擇保留哪一個。`,
    mine: '儲存我輸入的內容',
    theirs: '保持現狀',
    now: '現在的內容',
    typed: '您輸入的內容',
    nothing: '（無）',
    kinds: {
      condition: '您與他人都更改了顯示條件。',
      set: '您與他人都更改了此處的設定。',
      remove: '您移除了此項，但它之後被更改過。',
    },
  },
  refused: {
    not_found: '此項已不存在，可能已被他人移除。',
    items_needed: '此題型需要選項，矩陣還需要列：請每行寫一項。',
    referred_to: ({ name, by }) => `無法移除${name}，因為以下各處引用了它：${by}。請先更改這些地方。`,
    last_one: '無法移除唯一的一項。請先新增另一項，或移除其所屬部分。',
    taken: '此名稱或代碼已被使用。',
    not_so: '無法這樣設定。數字請用阿拉伯數字，名稱請用小寫字母、數字和底線。',
    too_long: '草稿過長，無法儲存。',
    nothing_there: '沒有可復原或重做的更改。',
    changed_meanwhile: ({ name }) => `您開啟此頁後${name}儲存了更改，因此未復原。以下是目前的草稿。`,
  },
  wrong: {
    missing: ({ language }) => `缺少${language}文字`,
    duplicate: ({ code }) => `「${code}」重複出現`,
    unknown: ({ code }) => `「${code}」不存在`,
    notEarlier: ({ code }) => `${code}不在前面的頁面上`,
    noPick: ({ code }) => `${code}不是可在此使用的選擇題`,
    noOption: ({ question, code }) => `${question}沒有選項${code}`,
    noScale: ({ code }) => `量表沒有選項${code}`,
    noRow: ({ question, code }) => `${question}的選項${code}在此沒有對應的列`,
    secondDetail: ({ code }) => `選項${code}是第二個要求填寫文字的選項，只能有一個`,
    lastWording: '最後一種措辭須始終適用，不能有條件',
    minOverMax: '最小值大於最大值',
    tooLarge: ({ number }) => `${number}超出了答案中數值和代碼的上限1,000,000,000`,
    fewOptions: ({ count }) => `排序的名次多於選項，選項只有${count}個`,
    blankCode: '代碼 -1 表示未作答，請換一個代碼',
    blankOrNumber: ({ code }) => `-1可能是${code}的一個數值：請改為指定範圍，或只問是否已作答`,
    nothingAnswered: '此頁沒有可回答的題目',
    noLease: '沒有頁面預留獎賞，請在某一頁上選擇',
    secondLease: '前面的頁面已預留獎賞',
    placeLate: ({ code }) => `${code}詢問地點，卻排在預留獎賞的頁面之後`,
    placeNotAll: ({ code }) => `${code}詢問地點，卻並非人人都會被問到`,
    broken: '文字中有無法儲存的字元',
    longLabel: '標籤對SPSS來說過長，請在「更多」中填寫短標籤',
    elsewhere: ({ code }) => `${code}出現在另一種語言中，此處卻沒有`,
    tooMany: '通向此處的答案組合過多，無法全部檢查',
    unreached: ({ code }) => `沒有人能到達${code}`,
    rowUnreached: ({ question, code }) => `沒有人能看到${question}的第${code}列`,
    optionUnreached: ({ question, code }) => `沒有人會看到${question}的選項${code}`,
    noAnswer: ({ code }) => `${code}沒有答案`,
    onlyAnswered: ({ code }) => `對${code}只能判斷是否已回答`,
    noCodes: ({ code }) => `${code}沒有可供計數的選項`,
    notNumber: ({ code }) => `${code}的答案不是一個數字`,
    emptyRange: '範圍需要最小值或最大值',
    notJsonAt: ({ line, column }) => `這不是JSON，或內容不完整：請看第${line}行第${column}欄`,
    notJson: '這不是JSON，或內容不完整',
    absent: '此處缺少內容',
    otherKind: '此處應為另一種類型的內容',
    quota: ({ text }) => `研究的一項配額不再適用（${text}）`,
    other: ({ text }) => `此處有缺漏或類型不符（${text}）`,
    noPlace: '獎賞按居住地發放，但已沒有題目詢問居住地',
  },
  addWording: '為部分人加入一種措辭',
  wordingIf: ({ condition }) => `適用條件：${condition}。`,
  wordingElse: '適用於其他所有人。',
  wordingNoCondition: '目前所有人都看到此措辭，而看不到其後的措辭：請設定適用對象。',
  aboutAnswers: '某題的答案',
  aboutFacts: '已知的個人情況',
  attentionLabel: '此行請選擇「{target}」',
  listNamed: ({ name }) => `列表「${name}」`,
  cameFrom: ({ tag }) => `經帶有標籤「${tag}」的連結進入`,
  facts: {
    language_en: '以英文開始作答',
    language_zh_hans: '以簡體中文開始作答',
    language_zh_hant: '以繁體中文開始作答',
    invited: '經個人連結進入',
    recipient: '答案會提供予境外接收方',
    winter: '寒假日期已知且尚未結束',
    minors: '容許18歲以下人士參加，且監護人已同意',
    minimum_over_18: '研究只供18歲以上人士參加',
    minimum_over_23: '研究只供23歲以上人士參加',
    minimum_over_28: '研究只供28歲以上人士參加',
    contact: '境外接收方的聯絡方法',
    purpose: '境外接收方使用答案的目的',
    from: '寒假第一天',
    to: '寒假最後一天',
    cf: '暫停付款的第一天',
    ct: '暫停付款的最後一天',
  },
  together: {
    label: '此條件',
    own: '單獨成立',
    with: ({ condition }) => `與此條件並列：${condition}`,
  },
  carry: {
    options: '提供的選項',
    rows: '顯示的行',
    optionsHint: '未被問到該題的人會看到全部選項。',
    rowsHint: '行將變為該題的選項。',
    none: '全部',
  },
  without: {
    label: '排除在此題中的選擇',
    hint: '代碼相同的選項不再提供。',
    none: '不排除',
    codes: '在該題選中時排除',
  },
  attention: {
    title: '專注度檢查',
    hint: '額外的一行，位置因人而異，要求選擇指定的答案。單憑此項不會扣起任何人的獎賞。',
    targets: '可要求選擇',
    add: '加入檢查專注度的行',
    remove: '移除檢查',
  },
  shared: {
    title: '與其他題目共用這些選項',
    label: '選項來源',
    hint: '更改共用列表，所有使用它的題目都會隨之更改。',
    own: '只限本題',
    list: ({ name }) => `共用列表「${name}」`,
    new: '用這些選項新增共用列表',
    name: '新列表的名稱',
  },
  place: {
    label: '詢問所在地的題目',
    hint: '獎賞可按居住地區分。沒有此題時，獎賞適用於所有地方。',
    none: '無',
  },
  lists: {
    title: '長列表',
    hint: '例如國家與地區：選項可要求填寫其中一項。',
    count: ({ n }) => `${n === 0 ? '沒有條目' : `共${n}條`}`,
    new: '新列表的名稱',
    find: '代碼或名稱',
    search: '搜尋',
    found: ({ n }) => `${n === 0 ? '沒有找到' : `找到${n}條`}`,
    entries: '條目',
    empty: '列表中還沒有條目，請在下方加入第一條。',
    none: '沒有條目符合此代碼或名稱。',
    place: ({ of }) => `位置（共${of}）`,
    code: '代碼',
    unused: '還沒有選項要求填寫此列表：請在選項的「更多」中選擇。',
    usedBy: ({ questions }) => `用於${questions}。`,
  },
  sets: {
    title: '共用的選項列表',
    one: ({ name, n }) => `${name}：${`${n}個選項`}，用於`,
    unused: '沒有題目',
  },
  factList: {
    title: ({ n }) => `已知的個人情況（${n}）`,
    hint: '條件和文字可使用這些名稱。條件中用到的會自動列入。',
    new: '情況的名稱',
  },
  rates: {
    title: ({ n }) => `匯率（${n}）`,
    hint: '計算標籤中金額所用的匯率，隨版本儲存。',
    one: ({ name, rate, on }) => `${name}：${rate}，${on}`,
    name: '貨幣，如CNYHKD',
    rate: '匯率',
    on: '日期',
  },
}

const languages: Record<Language, EditorMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/editor, in one language. */
export function editorMessages(language: Language): EditorMessages {
  return languages[language]
}
