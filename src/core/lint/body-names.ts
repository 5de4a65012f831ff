import type { OpenConsultation } from '../exchange/open-plan.ts';
import { type Body, findBody } from '../organisation/body.ts';
import { normaliseText } from '../shared/text.ts';
import type { LintContext } from './context.ts';
import { hasStem, oneOf } from './sentences.ts';
import type { LintedPlan } from './subject.ts';

/** A body of the consultation with the place of its name. */
export interface NamedBody {
  readonly name: string;
  readonly path: string;
}

/** Names in lower case without spaces at the ends, for comparing. */
export function comparableName(name: string): string {
  return normaliseText(name).toLocaleLowerCase('sv');
}

/** Whether two names can mean the same body: one begins with the other, at the end of a word. */
export function sameBody(left: string, right: string): boolean {
  const [shorter = '', longer = ''] = [comparableName(left), comparableName(right)].sort((a, b) => a.length - b.length);
  return shorter !== '' && (longer === shorter || longer.startsWith(`${shorter} `));
}

/** Every body that the compilation names, each once: those of the lists, and those with a reply that no list has. */
export function bodiesNamed(consultation: OpenConsultation): NamedBody[] {
  const listed = (['withRemarks', 'approving', 'abstaining', 'noAnswer'] as const).flatMap((list) =>
    consultation[list].map((name, index) => ({ name, path: `/consultation/${list}/${index}` })),
  );
  const replied = consultation.replies.map((reply, index) => ({
    name: reply.body,
    path: `/consultation/replies/${index}/body`,
  }));
  const named: NamedBody[] = [];
  for (const body of [...listed, ...replied])
    if (!named.some((known) => sameBody(known.name, body.name))) named.push(body);
  return named;
}

/** Whether a body can be one of civil society: an association in the register, or a name that shows no public body. */
export function mayBeCivilSociety(name: string, subject: LintedPlan, context: LintContext): boolean {
  const known: Body | null = findBody(context.bodies, name);
  if (known) return known.kind === 'association';
  const { boardEndings, companyWords, otherPublicWords } = context.vocabulary;
  const lower = comparableName(name);
  if (new RegExp(`${oneOf(boardEndings)}(?![\\p{L}])`, 'u').test(lower)) return false;
  if (hasStem(lower, companyWords) || hasStem(lower, otherPublicWords)) return false;
  return !municipalNames(subject, context).some((own) => lower.startsWith(`${own} `));
}

/** The municipality's own name as the documents write it ("X kommun"), with and without the s of the genitive. A company often bears it. */
function municipalNames(subject: LintedPlan, { vocabulary }: LintContext): string[] {
  const pattern = new RegExp(`(\\p{Lu}\\p{Ll}+)\\s+${oneOf(vocabulary.municipality)}(?!\\p{L})`, 'gu');
  const times = new Map<string, number>();
  for (const piece of subject.pieces)
    for (const hit of piece.text.matchAll(pattern)) times.set(hit[1] ?? '', (times.get(hit[1] ?? '') ?? 0) + 1);
  const most = [...times].sort((left, right) => right[1] - left[1])[0]?.[0].toLocaleLowerCase('sv');
  if (most === undefined) return [];
  return most.endsWith('s') ? [most, most.slice(0, -1)] : [most, `${most}s`];
}
