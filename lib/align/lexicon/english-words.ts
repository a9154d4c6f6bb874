import { stemmer } from "stemmer";

/** Forms that no ending tells, by their base. */
const irregular = `be am is are was were been being|have has had having|do does did done|go went gone|say said|see saw seen
come came|take took taken|get got gotten|give gave given|know knew known|think thought|tell told|find found|leave left
feel felt|bring brought|begin began begun|keep kept|hold held|write wrote written|stand stood|hear heard|mean meant
meet met|run ran|pay paid|sit sat|speak spoke spoken|lie lay lain|lead led|grow grew grown|lose lost|fall fell fallen
send sent|build built|understand understood|draw drew drawn|break broke broken|spend spent|rise rose risen|drive drove driven
buy bought|wear wore worn|choose chose chosen|eat ate eaten|fly flew flown|throw threw thrown|catch caught|teach taught
sell sold|fight fought|win won|sing sang sung|drink drank drunk|swim swam swum|sleep slept|shake shook shaken|hide hid hidden
strike struck|bite bit bitten|blow blew blown|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|ride rode ridden
ring rang rung|seek sought|shoot shot|shine shone|sink sank sunk|steal stole stolen|swear swore sworn|sweep swept|tear tore torn
wake woke woken|weep wept|bend bent|bind bound|bleed bled|breed bred|cling clung|creep crept|deal dealt|dig dug|feed fed
flee fled|hang hung|kneel knelt|lend lent|light lit|shrink shrank shrunk|slide slid|spin spun|spit spat|spring sprang sprung
stick stuck|sting stung|swing swung|wind wound|make made|become became|man men|woman women|child children|foot feet|tooth teeth
mouse mice|person people|life lives|wife wives|knife knives|leaf leaves|half halves|good better best|bad worse worst|far farther further
many much more most|little less least|i me my mine myself|he him his himself|she her hers herself|it its itself|we us our ours ourselves
they them their theirs themselves themself|you your yours yourself yourselves thee thou thy thine ye|who whom whose|this these|that those
will shall would|can could cannot|may might|smite smote smitten|beget begat begotten|bear bore born borne|speak spake|sit sate
slay slew slain|say saith sayeth|have hath|do doth|go goeth|come cometh|give giveth|an a|o oh|not no nor n't`;

const bases = new Map(
  irregular.split(/[|\n]/).flatMap((line): [string, string][] => {
    const [base = "", ...forms] = line.trim().split(" ");
    return forms.map((form) => [form, base]);
  }),
);

const stems = new Map<string, string>();
/** Distinct words are few; past this something else than a text is read. */
const mostStems = 200_000;

/** The form that stands for an English word wherever words are compared. @param word - lower case */
export function stemEnglish(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(bases.get(word) ?? word);
  if (stems.size < mostStems) stems.set(word, stem);
  return stem;
}

const clitics: Readonly<Record<string, readonly string[]>> = {
  "'s": [],
  "'ll": ["will"],
  "'re": ["be"],
  "'m": ["be"],
  "'ve": ["have"],
  "'d": [],
};

/** Takes a written word apart: `don't` is do and not, `I'm` is i and be. @returns stems */
export function englishStems(written: string): readonly string[] {
  const word = written.toLowerCase().replaceAll("’", "'");
  const at = word.indexOf("'");
  if (at < 0) return [stemEnglish(word)];
  if (word.endsWith("n't")) {
    const head = word.slice(0, -3);
    return [stemEnglish(head === "ca" ? "can" : head === "wo" ? "will" : head === "sha" ? "will" : head), "not"];
  }
  const tail = clitics[word.slice(at)];
  return tail ? [stemEnglish(word.slice(0, at)), ...tail] : [stemEnglish(word.replaceAll("'", ""))];
}
