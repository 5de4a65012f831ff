const TIME_WORD =
  /^(?:20\d\d(?:\s*[-–—/]\s*(?:20)?\d\d)?|löpande|årligen|årlig|kontinuerligt|fortlöpande|tillsvidare|planperioden|perioden|mandatperioden|senast|klart|under|hela|från|till|och|med|t\.?o\.?m\.?|början|slutet|av|q[1-4]|kvartal|våren|hösten|vår|höst|vt|ht|halvår|halvåret|första|andra|tertial|[1-4]|år|jan(?:uari)?|feb(?:ruari)?|mars|april|maj|juni|juli|aug(?:usti)?|sep(?:tember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|[-–—]|\d{1,2}|per|tills|vidare|hela)[.,;]?$/iu;
const TIME_HEAD =
  /20\d\d|löpande|årlig|kontinuerlig|fortlöpande|tillsvidare|tills vidare|period|tertial|kvartal|halvår/iu;

/** How many of the words from `from` are a time ("2024–2026", "senast 2027", "löpande under planperioden"); 0 when none. */
export function timeLength(words: readonly string[], from: number): number {
  let to = from;
  while (to < words.length && to - from < 7 && TIME_WORD.test(words[to] ?? '')) to += 1;
  while (to > from && !TIME_HEAD.test(words[to - 1] ?? '')) to -= 1;
  return TIME_HEAD.test(words.slice(from, to).join(' ')) ? to - from : 0;
}

/** Where a time that ends the words begins; their number when none does. */
export function trailingTime(words: readonly string[]): number {
  for (let from = Math.max(0, words.length - 7); from < words.length; from += 1)
    if (timeLength(words, from) === words.length - from && words.length > from) return from;
  return words.length;
}
