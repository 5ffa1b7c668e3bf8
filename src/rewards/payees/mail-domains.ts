/** Domains of mailboxes, as data: those that are thrown away, and those at which anybody may have one. */

/** Each stands for its subdomains, too. Whoever writes from one is not turned away: a person looks at the claim. */
const disposable = `
0-mail.com 10minutemail.com 10minutemail.net 10minemail.com 1secmail.com 1secmail.net 1secmail.org 20minutemail.com 2prong.com
33mail.com anonbox.net anonymbox.com binkmail.com bobmail.info bugmenot.com burnermail.io byom.de chacuo.net cock.li cool.fr.nf
courriel.fr.nf cuvox.de dayrep.com deadaddress.com discard.email discardmail.com dispostable.com dropmail.me drdrb.com einrot.com
emailfake.com emailondeck.com emailtemporario.com.br fakeinbox.com fakemail.net fakemailgenerator.com fleckens.hu getairmail.com
getnada.com grr.la guerrillamail.biz guerrillamail.com guerrillamail.de guerrillamail.info guerrillamail.net guerrillamail.org
guerrillamailblock.com gustr.com harakirimail.com inboxbear.com inboxkitten.com incognitomail.org jetable.org jourrapide.com
linshiyou.com linshiyouxiang.net mail-temp.com mail.gw mail.tm mail7.io mailcatch.com maildrop.cc mailexpire.com mailinator.com
mailinator.net mailinator2.com mailnesia.com mailnull.com mailsac.com mailtemp.uk mailto.plus mintemail.com moakt.cc moakt.com
moakt.ws mohmal.com mt2014.com mt2015.com mytemp.email mytrashmail.com nada.email nwytg.net onetimeemail.net pokemail.net
rhyta.com sharklasers.com smailpro.com snapmail.cc spam4.me spambog.com spambox.us spamgourmet.com superrito.com teleworm.us
temp-mail.io temp-mail.org tempail.com tempemail.net tempinbox.com tempmail.com tempmail.de tempmail.dev tempmail.net tempmail.plus
tempmailo.com tempr.email tempmail.ninja throwawaymail.com tmail.ws tmailor.com tmpmail.net tmpmail.org trash-mail.com trashmail.com
trashmail.de trashmail.net trashmail.ws trbvm.com wegwerfmail.de wegwerfmail.net wegwerfmail.org yopmail.com
yopmail.fr yopmail.net zeroe.ml bccto.me
`
/** What many people share who do not know each other. */
const shared = `
example.com example.net example.org 126.com 139.com 163.com 189.cn aliyun.com aol.com daum.net foxmail.com gmail.com gmx.com gmx.de gmx.net googlemail.com hanmail.net
hotmail.com hotmail.co.uk icloud.com live.cn live.com mac.com mail.com mail.ru me.com msn.com naver.com netvigator.com outlook.com
outlook.jp pm.me proton.me protonmail.com qq.com sina.cn sina.com sohu.com tom.com tutanota.com vip.163.com vip.qq.com web.de wo.cn
yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.hk yahoo.com.tw yandex.com yandex.ru yeah.net ymail.com zoho.com
`
/** Schools and universities whose domains do not say so; each stands for its subdomains, too. */
const schools = `
aalto.fi au.dk chalmers.se dtu.dk epfl.ch ethz.ch fu-berlin.de helsinki.fi hku.hk hu-berlin.de ku.dk kth.se kuleuven.be leidenuniv.nl
lmu.de lu.se mcgill.ca ntnu.no polimi.it polytechnique.fr queensu.ca rug.nl rwth-aachen.de sciencespo.fr sfu.ca
sorbonne-universite.fr su.se tu-berlin.de tu-dresden.de tudelft.nl tue.nl tum.de ualberta.ca ubc.ca ugent.be uio.no unibo.it
uniroma1.it ust.hk utoronto.ca uu.nl uu.se uva.nl uwaterloo.ca uzh.ch yorku.ca
`
const listed = (names: string) => new Set(names.split(/\s+/).filter((name) => name !== ''))
const disposableDomains = listed(disposable)
const sharedDomains = listed(shared)
const schoolDomains = listed(schools)

/** A domain and those above it: `a.b.com` is of `b.com`. */
function isOf(domains: ReadonlySet<string>, domain: string): boolean {
  const parts = domain.split('.')
  return parts.some((_, at) => domains.has(parts.slice(at).join('.')))
}

/** Of schools and universities, at which each has one mailbox. */
const isAcademic = (domain: string) =>
  /(^|\.)((edu|ac)(\.[a-z]{2})?|univ?-[a-z-]+\.[a-z]{2})$/.test(domain) || isOf(schoolDomains, domain)

/** What an address says of its mailbox: `own` is the domain of somebody who may have as many there as they like. */
export function mailboxKind(email: string): { is: 'disposable' | 'known' } | { is: 'own'; domain: string } {
  const domain = email
    .slice(email.lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/\.$/, '')
  if (isOf(disposableDomains, domain)) return { is: 'disposable' }
  return isAcademic(domain) || sharedDomains.has(domain) ? { is: 'known' } : { is: 'own', domain }
}
