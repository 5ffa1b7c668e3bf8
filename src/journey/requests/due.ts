/** How requests in writing are named, and until when they are answered. */

/** For so long after it came, in days, a request may wait (one month: Article 12(3) GDPR). */
export const answerDays = 30

/** What the desk calls a request by, so that two of one kind and day are told apart: the end of its id, which is random. */
export const requestRef = (id: string) => id.slice(-6)
