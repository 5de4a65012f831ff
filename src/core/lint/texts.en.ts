import type { FindingData, WordingChange } from './rule.ts';
import { enumerate, type LintTexts, shorten } from './texts.ts';

const and = (items: readonly string[]) => enumerate(items, 'and');

const measureName = (number: string | null, text: string | null) => {
  if (number !== null) return `Measure ${number}`;
  return text === null ? 'A measure' : `The measure “${shorten(text)}”`;
};

const areaName = (number: string | null, title: string) =>
  number === null ? `The area “${shorten(title)}”` : `Area ${number}`;

const measureInList = ({ number, text }: { readonly number: string | null; readonly text: string }) =>
  number === null ? `the measure “${shorten(text)}”` : `measure ${number}`;

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const elsewhere: Record<FindingData['two-wordings']['where'], string> = {
  measure: 'as another measure',
  plan: 'in the text of the plan',
  memo: 'in the memo',
};

const changeName = ({ before, after }: WordingChange) => {
  if (before === '') return `“${after}” has been added`;
  return after === '' ? `“${before}” is missing` : `“${before}” is “${after}”`;
};

const countedName: Record<FindingData['count-against-lists']['of'], string> = {
  replies: 'replies',
  'with-remarks': 'replies with remarks',
  approving: 'approving replies',
  abstaining: 'that abstained',
  areas: 'areas',
  measures: 'measures',
  indicators: 'indicators',
};

const spellingReason: Record<FindingData['spelling-slip']['why'], string> = {
  'near-common-word': 'a much more common word in the documents differs by one letter',
  'run-together': 'two words seem to have run together',
  'wrong-form': 'the form does not fit the sentence',
  'missing-space': 'the space after the hyphen is missing',
};

const dateReason: Record<FindingData['impossible-date']['why'], string> = {
  'year-digits': 'the year does not have four digits',
  'no-such-month': 'there is no such month',
  'no-such-day': 'the month has no such day',
  'far-from-plan': 'the year is far from the time of the plan',
};

function seriesMessage({ of, why, numbers, before, after }: FindingData['number-series']): string {
  const listed = and(numbers);
  if (why === 'duplicate') return `Number ${listed} stands on more than one ${of}. Give each its own number.`;
  if (why === 'order')
    return `${of === 'area' ? 'Area' : 'Measure'} ${listed} comes after ${before}. Correct the order or the number.`;
  if (why === 'other-area')
    return `Measure ${listed} stands under area ${before} but bears another area's number. Move the measure or correct the number.`;
  const where = before === null ? `before ${after}` : `between ${before} and ${after}`;
  return `Number ${listed} is missing ${where}. Check whether ${of === 'area' ? 'an area' : 'a measure'} has been lost, or correct the numbering.`;
}

function countMessage(data: FindingData['count-against-lists']): string {
  const { written, counted, of, withRemarks, approving } = data;
  const known =
    of === 'replies'
      ? `the compilation lists ${counted}: ${withRemarks} with remarks and ${approving} approving without remarks`
      : of === 'areas' || of === 'measures' || of === 'indicators'
        ? `the plan has ${counted} ${countedName[of]}`
        : `the compilation lists ${counted} ${countedName[of]}`;
  return `The text says “${written}”, but ${known}. Correct the text or the list.`;
}

/** The rules in English. */
export const englishLintTexts: LintTexts = {
  'measure-without-year': {
    title: 'Measure without a year of completion',
    explanation: 'Without a year nobody can say whether a measure is late, and it cannot be finally reported in time.',
    example: 'The plan says that each measure has a year of completion, but the table has no such column.',
    message: (data) => {
      if (!data.every)
        return `${measureName(data.number, data.text)} has no year of completion. State the year when it is to be done.`;
      if (data.promise === null)
        return `None of the ${data.count} measures has a year of completion. State years unless all measures run through the whole period.`;
      return `The plan promises a year for each measure (“${data.promise}”), but none of the ${data.count} measures has one. State the years or remove the promise.`;
    },
  },
  'measure-without-body': {
    title: 'Measure without a responsible body',
    explanation: 'A measure that no body answers for will not be done.',
    example: 'Measure 2.3 is empty under both coordinator and co-responsible.',
    message: ({ number, text }) =>
      `${measureName(number, text)} has no responsible body. State who is to carry it out.`,
  },
  'area-without-indicator': {
    title: 'Area without an indicator',
    explanation: 'An area without an indicator cannot be followed up like the others.',
    example: 'Area 2 has five measures but no indicator, while the other areas have.',
    message: (data) => {
      if (data.every)
        return 'None of the areas of the plan has indicators. Check whether they stand in another document; otherwise they need to be written.';
      const name =
        data.number === null ? `The area “${shorten(data.title)}”` : `Area ${data.number}, “${shorten(data.title)}”,`;
      return `${name} has measures but no indicators. Add an indicator or say how the area is followed up.`;
    },
  },
  'impossible-date': {
    title: 'Date that cannot be right',
    explanation: 'A wrong date makes the document hard to find and the decision hard to follow.',
    example: '2025-02-31, or 20255-03-01',
    message: ({ written, why, likely }) =>
      `The date “${written}” cannot be right: ${dateReason[why]}. ${likely === null ? 'Correct it.' : `It should probably be ${likely}.`}`,
  },
  'number-series': {
    title: 'Numbers missing, repeated or out of order',
    explanation: 'The numbers are what decisions, replies and reports refer to.',
    example: 'Measures 1.1, 1.2, 1.4: was 1.3 struck out or lost?',
    message: seriesMessage,
  },
  'unknown-code': {
    title: 'Unknown code for a body',
    explanation: 'A code that nobody recognises means that nobody knows the measure is theirs.',
    example: 'KFN stands once only, while KTN stands in eleven places.',
    message: ({ code, number, likely }) =>
      `The code “${code}” ${number === null ? '' : `of measure ${number} `}is used here only and is not explained. ${likely === null ? 'Write the name or correct the code.' : `Should it be ${likely}?`}`,
  },
  'abbreviation-unexplained': {
    title: 'Abbreviation never explained',
    explanation: 'A reader from outside does not know which boards and companies the codes stand for.',
    example: 'The table says SN and BUN, and their names stand nowhere.',
    message: ({ abbreviations }) =>
      abbreviations.length === 1
        ? `The abbreviation ${and(abbreviations)} is not explained in the documents. Write the name the first time.`
        : `The abbreviations ${and(abbreviations)} are not explained in the documents. Write the names the first time or add a list.`,
  },
  'period-against-prose': {
    title: 'Text giving another period than the plan’s',
    explanation: 'Two statements of how long the plan applies cannot both be right.',
    example: 'The plan applies 2025–2028, but an answer says that it extends over three years.',
    message: ({ written, from, to, why }) =>
      why === 'length'
        ? `The text says “${written}”, but the period of the plan is ${from}–${to}, that is ${to - from + 1} years. Correct the text or the period.`
        : `The text says “${written}”, but the period of the plan is ${from}–${to}. Correct whichever is wrong.`,
  },
  'promise-not-kept': {
    title: 'Promised wording that was not adopted',
    explanation: 'A consulted body has been told a wording. If the plan says something else, it was told wrong.',
    example: 'The answer promises “food- and housing support”, the plan says “food and housing support”.',
    message: ({ bodies, number, changes }) => {
      const changed = and(
        changes.map(({ before, after }) =>
          before === ''
            ? `“${after}” has been added`
            : after === ''
              ? `“${before}” has been left out`
              : `“${before}” has become “${after}”`,
        ),
      );
      return `${measureName(number, null)} does not have the wording promised to ${and(bodies)}: ${changed}. Change the measure, or say in the compilation why the wording differs.`;
    },
  },
  'count-against-lists': {
    title: 'Number that the lists contradict',
    explanation: 'Decision makers must be able to trust the numbers in the memo.',
    example: 'The memo says “seven replies”, the lists have nine.',
    message: countMessage,
  },
  'invited-unaccounted': {
    title: 'Invited bodies not accounted for',
    explanation: 'Whoever was invited must stand among those that replied, abstained or did not answer.',
    example: 'Eight associations were invited, one of them stands in the compilation.',
    message: ({ written, stated, named, missing }) => {
      const found =
        named.length === 0
          ? 'none that can be one of them'
          : `only ${named.length} that can be ${named.length === 1 ? 'one ' : ''}of them (${and(named)})`;
      return `The memo says “${written}”, but the compilation names ${found}. ${missing} of ${stated} are not accounted for: say that they abstained or did not answer.`;
    },
  },
  'reply-unaccounted': {
    title: 'Reply and list that do not match',
    explanation: 'Every remark must have a sender in the list, and every sender in the list a remark.',
    example: 'The culture board is listed “with remarks” but has no row in the table.',
    message: ({ body, why }) =>
      why === 'listed-without-reply'
        ? `${body} is listed among those with remarks, but no remarks are shown. Add them or move the name.`
        : `${body} has remarks in the table but stands in none of the lists. Add the name.`,
  },
  'area-title-differs': {
    title: 'Area with two different names',
    explanation: 'The reader may think that there are two areas, or that something has been lost.',
    example: 'The list says “Support for children, the young and parents”, the heading only “Support for children”.',
    message: ({ number, heading, listed }) =>
      `The heading of ${number === null ? 'the area' : `area ${number}`} is “${shorten(heading, 90)}”, but the list of areas calls it “${shorten(listed, 160)}”. Use the same name in both places.`,
  },
  'duplicate-objective': {
    title: 'The same objective in two places',
    explanation: 'Nobody can say which area answers for the objective, and it is followed up twice.',
    example: 'The same objective stands word for word under area 2 and area 4.',
    message: ({ text, areas }) => {
      const known = [...new Set(areas.flatMap((area) => (area === null ? [] : [area])))];
      const where =
        known.length > 1
          ? `in areas ${and(known)}`
          : known.length === 1
            ? `more than once in area ${known[0]}`
            : 'in more than one place';
      return `The objective “${shorten(text)}” stands word for word ${where}. Keep it in one place or say what sets them apart.`;
    },
  },
  'duplicate-measure': {
    title: 'The same measure in two places',
    explanation: 'The measure would be reported twice, perhaps differently.',
    example: 'Measures 1.3 and 4.2 have the same text.',
    message: ({ text, numbers }) => {
      const known = numbers.flatMap((number) => (number === null ? [] : [number]));
      return `The measure “${shorten(text)}” stands word for word in more than one place${known.length > 1 ? ` (${and(known)})` : ''}. Keep it in one place or say what sets them apart.`;
    },
  },
  'word-rule': {
    title: 'Measure lacking a body that it concerns',
    explanation:
      "The municipality's own rules say which bodies must take part when a measure is about a certain matter.",
    example: 'A measure about pupils without the board in charge of schools.',
    message: ({ number, words, concern, label, body }) =>
      `${measureName(number, null)} seems to concern ${concern.en} (${and(words.map((word) => `“${word}”`))}), but ${label ?? body.en} is not among the responsible bodies. Add ${label ?? 'the board'} or say why it is not concerned.`,
  },
  'addition-misplaced': {
    title: 'Addition that stands elsewhere than the memo says',
    explanation: 'Whoever decides must be able to find the change where the memo says it is.',
    example: 'The memo says “addition to the body text”, but the addition stands in an objective.',
    message: ({ written, added, area }) =>
      `The memo says “${written}”, but what was added (“${added}”) stands in one of the objectives of area ${area}, not in its body text. Correct the reference.`,
  },
  'reference-mixes-levels': {
    title: 'Reference that mixes area and objective',
    explanation: 'The objectives have no numbers of their own, so the reference can be read in several ways.',
    example: '“Objective 2” in a reply, where area 2 is meant.',
    message: ({ written, number, areaTitle }) =>
      `The reference “${written}” is unclear: the objectives of the plan have no numbers and no area is given. ${areaTitle === null ? 'Write area and objective.' : `Area ${number}, “${shorten(areaTitle)}”, is probably meant. Write area and objective.`}`,
  },
  'reference-missing': {
    title: 'Reference to a measure that does not exist',
    explanation: 'A reference that cannot be followed makes the answer or the decision unclear.',
    example: '“Measure 6.2” in a plan with five areas.',
    message: ({ written, number }) =>
      `The reference “${written}” points at a measure that the plan does not have. Check whether ${number} has been renumbered or struck out.`,
  },
  'spelling-slip': {
    title: 'Possible slip of the pen',
    explanation: 'A slip in a decision follows along into every document after it.',
    example: '“developement” once, “development” twenty times.',
    message: ({ word, likely, why, times }) =>
      `“${word}” may be a slip${times > 1 ? ` (${times} places)` : ''}: ${spellingReason[why]}. ${likely === null ? 'Check the word.' : `Should it be “${likely}”?`}`,
  },
  'objective-without-measure': {
    title: 'Objective without a measure',
    explanation:
      'An objective that no measure leads to is only a wish. The rule compares words, so an objective may have a measure that it does not see.',
    example:
      'The objective “More people dare to go out in the evening” stands in an area whose measures all concern schools.',
    message: ({ number, title, objectives, noMeasures }) => {
      const area = areaName(number, title);
      if (noMeasures)
        return `${area} has ${counted(objectives.length, 'objective', 'objectives')} but no measures. Add a measure or move the objectives.`;
      const listed = and(objectives.map((text) => `“${shorten(text)}”`));
      return `${area} has objectives that share no telling word with any of its measures: ${listed}. Check which measure leads to them, or add one.`;
    },
  },
  'measure-without-indicator': {
    title: 'Measure without an indicator',
    explanation:
      'A measure that no indicator measures is followed up in words alone. The rule compares words, so an indicator may measure more than it sees.',
    example: 'The measure concerns safe premises, but the indicators of the area count training only.',
    message: ({ number, title, measures }) =>
      `${areaName(number, title)}: none of the indicators shares a telling word with ${and(measures.map(measureInList))}. Add an indicator or say how the measure is followed up.`,
  },
  'indicator-counts-activity': {
    title: 'Indicator that counts activities only',
    explanation: 'It shows that something was done, not whether it helped. Good as support, but not alone.',
    example: '“Number of training sessions held”, with nothing about what the participants do differently afterwards.',
    message: ({ text, word }) =>
      `The indicator “${shorten(text)}” counts activities (“${word}”). Add one that shows what became better, for instance what those concerned say.`,
  },
  'final-report-without-year': {
    title: 'Final report without a year',
    explanation:
      'Without a year nobody knows when the plan is to be accounted for, and the next plan cannot build on it.',
    example: 'The plan says that it is finally reported “after the end of the period”.',
    message: ({ promise }) =>
      promise === null
        ? 'The plan does not say in which year it or its measures are finally reported. Say it in the section on follow-up.'
        : `The plan speaks of a final report (“${promise}”) but gives no year. State the year it is due, or a year for each measure.`,
  },
  'coordinator-also-co-responsible': {
    title: 'Coordinator that is co-responsible too',
    explanation: 'The body is counted twice and has to report the same measure twice.',
    example: 'The culture board stands both under Coordinator and under Co-responsible.',
    message: ({ number, text, label }) =>
      `${measureName(number, text)}: ${label} stands both as coordinator and as co-responsible. Remove one of them.`,
  },
  'body-without-acceptance': {
    title: 'Body that has not accepted its part',
    explanation: 'A body that has not answered cannot be counted on when the plan is decided.',
    example: 'The technical board has a part in three measures and has answered about none.',
    message: (data) =>
      data.every
        ? `No body has accepted its part yet (${data.count} to answer). Ask them to answer before the plan is decided.`
        : `${data.body} has not accepted its part in ${and(data.measures.map(measureInList))}. Ask for an answer before the plan is decided.`,
  },
  'two-wordings': {
    title: 'One measure in two wordings',
    explanation: 'When the same measure stands in two ways nobody can say which was decided.',
    example: 'The table says “train all staff”, the introduction “train staff who meet children”.',
    message: ({ number, text, changes, where, other }) =>
      `${measureName(number, text)} also stands ${elsewhere[where]} in other words (“${shorten(other)}”): ${and(changes.slice(0, 4).map(changeName))}. Use the same wording in both places.`,
  },
  'document-facts-differ': {
    title: 'Title or number differing between the documents',
    explanation:
      'Whoever looks for the document finds the wrong one, and the decision can be said to be about something else.',
    example:
      'The plan is called “Action plan for libraries 2026–2029”, the decision is about “Action plan for libraries 2026–2028”.',
    message: ({ of, own, other }) =>
      of === 'title'
        ? `The plan is called “${shorten(own, 120)}”, but the memo calls it “${shorten(other, 120)}”. Use the same title.`
        : `The registration number of the plan is ${own}, but another place has ${other}. Correct whichever is wrong.`,
  },
  'vague-verb': {
    title: 'Vague word without a result',
    explanation: '“Develop” and “strengthen” tell a direction. Without a result nobody can see when it is done.',
    example:
      '“Develop co-operation with associations.” Better: “Meet the associations twice a year to plan the holidays.”',
    message: ({ of, number, text, verb }) =>
      `${of === 'measure' ? measureName(number, text) : `The objective “${shorten(text)}”`} says “${verb}” without saying what the result is to be. Write what is to be there or to have changed when it is done.`,
  },
  'long-sentence': {
    title: 'Long sentences',
    explanation:
      'Long sentences make the reader lose the thread. Swedish law asks public language to be cultivated, simple and comprehensible.',
    example: 'A sentence of 54 words with three clauses.',
    message: ({ heading, count, longest, limit }) =>
      `${heading === '' ? 'The beginning of the plan' : `“${shorten(heading)}”`} has ${counted(count, 'sentence', 'sentences')} of more than ${limit} words${count > 1 ? `, the longest ${longest}` : ` (${longest})`}. Divide ${count > 1 ? 'them' : 'it'}.`,
  },
  'heavy-word': {
    title: 'Heavy word that has a plainer one',
    explanation: 'Plain words are read faster and by more people, also by those who have Swedish as a second language.',
    example: '“erhålla” instead of “få”.',
    message: ({ word, instead, times }) =>
      `“${word}”${times > 1 ? ` (${times} places)` : ''} has a plainer word: “${instead}”.`,
  },
};
