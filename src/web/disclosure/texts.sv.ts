import type { NamedExplanation } from '../../app/disclosure/explain-tables.ts';
import type { ProtectTablesRefusal, WayOut } from '../../app/disclosure/protect-tables.ts';
import type { RoundTablesRefusal } from '../../app/disclosure/round-tables.ts';
import type { AttackFinding } from '../../core/disclosure/attack.ts';
import type { ProofFault } from '../../core/disclosure/proof.ts';

/** Every refusal of disclosure control. */
export type DisclosureRefusal = ProtectTablesRefusal | RoundTablesRefusal;

type Refusal<K extends DisclosureRefusal['kind']> = Extract<DisclosureRefusal, { kind: K }>;
type Sentences = { readonly [K in DisclosureRefusal['kind']]: (refusal: Refusal<K>) => string };

const wayOuts: Readonly<Record<WayOut, string>> = {
  'unforce-cell': 'låt en av dem vara dold',
  'merge-categories': 'slå ihop grupper',
  'drop-total': 'ta bort en summa',
  round: 'avrunda tabellen',
};

const list = (names: readonly string[]) => names.map((name) => `«${name}»`).join(', ');

const refusals: Sentences = {
  'wrong-shape': ({ at }) => `Filen följer inte formatet vid ${at}. Se handboken om röjandekontroll.`,
  'unknown-field': ({ at }) => `Fältet ${at} finns inte i formatet. Kontrollera hur det är stavat.`,
  'too-many-cells': ({ most }) =>
    `Filen är för stor: högst ${most} celler går att skydda samtidigt. Dela upp den, till exempel ett år i taget.`,
  'bad-count': ({ cell }) => `Antalet i cellen «${cell}» är inte ett helt tal från 0 och uppåt.`,
  'bad-bounds': ({ cell }) => `Gränserna lo och up för cellen «${cell}» är inte hela tal på var sin sida om antalet.`,
  'structural-not-zero': ({ cell }) => `Cellen «${cell}» är märkt som strukturell nolla men är inte noll.`,
  'duplicate-id': ({ id }) => `Cellen «${id}» finns två gånger. Varje cell ska ha ett eget namn.`,
  'unknown-id': ({ id }) => `En summa eller differens nämner cellen «${id}», som inte finns i filen.`,
  'repeated-part': ({ total, part }) => `Summan «${total}» räknar cellen «${part}» två gånger.`,
  'sum-differs': ({ total, says, parts }) =>
    `Summan «${total}» är ${says} men delarna blir ${parts}. Rätta siffrorna i filen.`,
  circle: ({ cells }) => `Summorna går i cirkel: ${list(cells.slice(0, 6))}. En cell kan inte vara del av sig själv.`,
  conflict: ({ primary, cells, wayOuts: ways }) =>
    `Tabellen går inte att skydda: cellen «${primary}» avslöjas av det som måste publiceras (${list(cells)}). Möjliga vägar: ${ways.map((way) => wayOuts[way]).join(', ')}.`,
  'cannot-round': () => 'Tabellen går inte att avrunda så att alla summor stämmer. Dölj celler i stället.',
  'given-away': ({ cell }) =>
    `Avrundning räcker inte: cellen «${cell}» går att räkna ut ur det som redan är publicerat. Dölj celler i stället.`,
  cancelled: () => 'Arbetet avbröts. Inget är skyddat och inget får publiceras.',
  'time-out': () =>
    'Tiden tog slut innan det fanns ett bevis. Inget får publiceras; dela upp tabellen eller ge mer tid.',
  'solver-failed': () => 'Lösaren slutade fungera. Det finns inget bevis, och inget får publiceras.',
  'proof-refused': ({ cell }) =>
    `Beviset höll inte vid cellen «${cell}». Inget får publiceras; det är ett fel hos oss.`,
};

const faults: Readonly<Record<ProofFault['kind'], string>> = {
  'not-a-count': 'beviset har ett värde som inte kan vara ett antal',
  'differs-from-published': 'beviset stämmer inte med det som är publicerat',
  'sum-broken': 'en summa i beviset går inte ihop',
  'reaches-other': 'beviset når ett annat antal än det säger',
  'not-hidden': 'en känslig cell är publicerad',
  'alone-in-sum': 'en känslig cell står ensam dold i en summa',
  'witness-missing': 'beviset saknas för cellen',
  'too-narrow': 'beviset räcker inte för nivån',
};

const findings: { readonly [K in AttackFinding['kind']]: (finding: Extract<AttackFinding, { kind: K }>) => string } = {
  'proof-fault': ({ fault, cell }) => `Beviset håller inte vid «${cell}»: ${faults[fault]}.`,
  'proof-incomplete': () => 'Beviset gäller inte de celler som rapporten räknar.',
  'proof-missing': () => 'Celler är dolda, men det finns inget bevis för att de är skyddade.',
  inconsistent: () => 'Ingen tabell stämmer med det som är publicerat.',
  'level-failed': ({ cell }) => `«${cell}» går att räkna ut närmare än nivån tillåter.`,
};

/** What disclosure control says, in Swedish. The English texts have the same keys. */
export const sv = {
  refusals,
  findings,
  /** A suppressed cell, primary or secondary alike. */
  suppressed: 'för litet för att visas, eller dolt för att skydda ett litet tal',
  protectedTables: (primary: number, secondary: number) =>
    `Skyddad: ${primary} känsliga celler och ${secondary} som döljs för att de inte ska gå att räkna ut. Beviset är kontrollerat.`,
  allAlike: (total: string, part: string) =>
    `Se över: alla i «${total}» hör till «${part}». Det syns, fast inget tal är litet.`,
  optimal: 'Färre går inte att dölja; det är bevisat.',
  bound: (least: number) => `Minst ${least} måste döljas; tiden räckte inte för att visa om det går med färre än här.`,
  safe: (count: number) => `Angreppet misslyckades: ${count} dolda celler, alla inom nivån, och beviset håller.`,
  rounded: (base: number, moved: number) =>
    `Avrundad till närmaste multipel av ${base}, med alla summor i behåll. Antalen är flyttade ${moved} sammanlagt.`,
  belowB: (count: number) =>
    count === 0
      ? 'Inget litet tal går att utesluta.'
      : `För ${count} känsliga celler går något litet tal att utesluta, men inget går att räkna ut exakt.`,
  explained: ({ secondary, primary, direction, bound, terms }: NamedExplanation) =>
    `«${secondary}» skyddar «${primary}», som annars vore ${direction === 'at-most' ? 'högst' : 'minst'} ${bound} = ${terms.map(({ cell, factor, value, isFloor }) => `${factor < 0 ? '−' : '+'} ${Math.abs(factor) === 1 ? '' : `${Math.abs(factor)} × `}${value} (${isFloor ? `minst, ${cell}` : cell})`).join(' ')}`,
  interval: (id: string, low: number, high: number | null) =>
    high === null ? `${id}: minst ${low}` : low === high ? `${id}: ${low}` : `${id}: ${low}–${high}`,
};

export type DisclosureTexts = typeof sv;
