// The common ways to ask for a cause, an action, a prevention, a meaning or a value, in both languages. Only how
// something is asked stands here; what a manual could answer with stays in the question.

import { verbForms } from "../domain/verb-forms.ts";
import type { ManualSection } from "./section-of.ts";

/** To come about. */
const ARISE = [
  verbForms("생기", "생겨"),
  verbForms("발생하", "발생해"),
  verbForms("발생되", "발생돼"),
  verbForms("나타나", "나타나"),
  verbForms("일어나", "일어나"),
  verbForms("나오", "나와"),
  "발생(?:이|은|을|의)?",
].join("|");
const DO = [verbForms("하", "해"), verbForms("되", "돼")].join("|");
const WHAT = "(?:무엇|무얼|뭐|뭘|무슨\\s*일)(?:을|를)?";
const START = "(?<!\\p{Script=Hangul})";
const END = "(?!\\p{Script=Hangul})";

const korean = (...phrases: readonly string[]): RegExp =>
  new RegExp(`${START}(?:${phrases.join("|")})${END}`, "gu");
const english = (...phrases: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${phrases.join("|")})\\b`, "giu");

const THEY = "(?:i|we|you|one|they)";

/** Phrases that ask for a section and say nothing else. */
export const PHRASES: Readonly<Record<ManualSection, readonly RegExp[]>> = {
  causes: [
    korean(
      "왜",
      "어째서",
      "어쩌다가?",
      "(?:(?:무엇|뭐|무슨)\\s*)?때문(?:\\p{Script=Hangul}{0,5})",
      "이유(?:가|는|를|로|에서|인가요|입니까|예요|일까요)?",
      "까닭(?:이|은|을|에|인가요|입니까|일까요)?",
      `어떻게\\s*(?:해서\\s*|하다가?\\s*)?(?:(?!생겼)${ARISE})`,
      `(?:어떤\\s*(?:경우|때)에?|언제)\\s*(?:${ARISE})`,
      "어디(?:에)?서\\s*(?:오|온|와|왔|비롯|생)\\p{Script=Hangul}{0,4}",
      "(?:유발|초래)\\p{Script=Hangul}{0,4}",
    ),
    english(
      "why",
      "how come",
      "what (?:makes|leads to|brings about|triggers|produces|gives rise to)",
      "what(?:'s|’s| is| are| was) (?:behind|responsible for|to blame for)",
      "(?:com(?:e|es|ing)|results?|stems?|aris(?:e|es|ing)) from",
      "due to what",
      "(?:how|when) (?:do|does|did|can|could)(?=.*\\b(?:happen|occur|arise|form|develop|appear|originate|come about)\\b)",
      "how (?:do|does|did|can|could)(?=.*\\b(?:get|got) (?:there|here|in|into|on|onto)\\b)",
      "(?:origins?|sources?) of(?= (?:the |an? )?\\w+(?: \\w+)?\\W*$)",
    ),
  ],
  actions: [
    korean(
      `어떻게\\s*(?:(?:조치|처리|대처|대응|해결)\\s*)?(?:${DO})`,
      "어떡\\p{Script=Hangul}{1,4}",
      "어[쩌쩔찌]\\p{Script=Hangul}{0,3}",
      `${WHAT}\\s*(?:${DO})`,
      "(?:방법|요령)(?:은|이|을|으로|인가요|입니까)?",
      "(?:처리|대처|대응|해결)(?:법|책|방안)(?:은|이|을)?",
    ),
    english(
      `what (?:should|do|can|must|shall|could|would|may) ${THEY} do(?: (?:about|with|against|next|when|if|to))?`,
      "what (?:(?:is|are|has|have|needs?|ought) to|can|should|must|could) be done(?: (?:about|with|against))?",
      `(?:do|doing) about`,
      "what (?:now|next|to do)(?: (?:about|with|against|when|if))?",
      "(?:deal|dealing|cope|coping) with",
      "(?:get|getting) rid of",
      "(?:take|taking) care of",
      `(?:to|should ${THEY}|do ${THEY}|can ${THEY}) (?:handle|treat|tackle|address|react to|respond to)`,
      "(?:how|what) (?:should|do|must|can) (?:we|i|you) proceed|(?:which|what) measures(?: help| are there)?(?: for| against)?",
      "(?:respond|response|react|reaction) to",
      "next steps?(?: (?:for|after|with))?",
    ),
  ],
  prevention: [
    korean(
      `(?:다시(?:는)?\\s*|더\\s*이상\\s*|또\\s*)?(?:안|못)\\s*(?:생기|나오|나|발생하|일어나|나타나)(?:게끔|게|도록|려면|나요|죠|지요?)`,
      `(?:다시(?:는)?\\s*|더\\s*이상\\s*|또\\s*)?(?:안|못)\\s*(?:생길|나올|날)(?:까요?)?`,
      "(?:다시(?:는)?\\s*|더\\s*이상\\s*|또\\s*)?(?:생기|나오|나|나타나|일어나|발생하|되)지\\s*(?:않|못하)\\p{Script=Hangul}{0,4}",
      "막(?:으려면|아야|나요|지요|죠|습니까|을까요?|기\\s*위해서?|(?:는|을)\\s*(?:방법|방안|법|길|수))\\p{Script=Hangul}?",
      "(?:피하|줄이)(?:려면|나요|죠|기\\s*위해서?|는\\s*(?:방법|방안|법|길))\\p{Script=Hangul}?",
      "(?:피할|줄일)(?:까요?|\\s*(?:수|방법))\\p{Script=Hangul}?",
      "없(?:도록|게)(?:\\s*하려면)?",
      "재발(?:이|을|은|하)?\\p{Script=Hangul}{0,3}",
    ),
    english(
      "(?:stop|stopping|keep|keeping|protect|protecting)(?=.*\\bfrom (?:\\w+ing|reappearance|recurrence)\\b)",
      "stop(?=\\W*$)",
      `how (?:to|do ${THEY}|can ${THEY}|should ${THEY}) (?:stop|reduce|minimi[sz]e|lower|cut down on|guard against)`,
      "(?:guard|protect|safeguard)(?:ing)? against",
      "(?:not|n['’]t|never|no longer) (?:happen|occur|appear|recur|come back|arise|form)(?: again)?",
      "happen(?:ing)? again|never again|recur(?:s|ring|rence)?",
      "make sure(?: that)?(?: there (?:is|are))? no",
    ),
  ],
};

export const MEANING: readonly RegExp[] = [
  korean(
    "(?:무슨\\s*)?뜻\\p{Script=Hangul}{0,4}",
    "(?:무엇을\\s*|뭘\\s*)?의미(?:는|가|를|하\\p{Script=Hangul}{1,3}|합니까|한다|인가요)?",
    "(?:무엇|뭐)(?:인가요?|인지|입니까|이에요|이죠|이야|예요|에요|야|죠|지|냐|임)",
    "뭔(?:가요|가|지|데)",
    "어떻게\\s*생겼\\p{Script=Hangul}{0,4}",
    "정의(?:가|는|를)?",
    "어떤\\s*결함인(?:지|가)요?",
    "(?:어떤|무슨)\\s*(?:거|것)\\p{Script=Hangul}{0,4}",
  ),
  korean("무슨\\s*(?:결함|불량|문제|종류)\\p{Script=Hangul}{0,4}"),
  /(?<=\p{Script=Hangul})이?(?:란(?=\s*[?？]?\s*$)|라는\s*(?:게|것|건|말)\p{Script=Hangul}{0,2})/gu,
  english(
    "meaning of",
    "means?|meant|meaning",
    "defin(?:e|ed|ition)(?: of)?|the term",
    "describe",
    "what (?:exactly |really |actually )?(?:is|are|does)|what['’]s",
  ),
];

/** Say that something comes about, is wanted or is a value, but not what. */
export const EMPTY: readonly RegExp[] = [
  korean(
    `(?:안\\s*)?(?:${ARISE})`,
    DO,
    verbForms("있", "있어"),
    verbForms("보이", "보여"),
    verbForms("좋", "좋아"),
    `발견(?:${DO})`,
    "나는|나나요|나요|난다|납니까|안\\s*나게",
    "(?:무엇|뭐|뭘)(?:이|가|을|를|부터)?|무슨|경우(?:에|는|에는)?",
    verbForms("알", "알아"),
    "(?:궁금|설명|가르쳐|알려|말해|부탁)\\p{Script=Hangul}{0,6}",
    "얼마\\p{Script=Hangul}{0,5}",
    "거(?:죠|예요|지|야|냐)|건(?:가요?|지)|것(?:인가요|입니까)",
    "(?:값|수치)(?:은|이|을|를|가|는)?",
    "자꾸|계속|자주|도대체|대체|갑자기|보통|혹시|이렇게|그렇게|많이|너무|미리|평소(?:에)?|문제(?:가|는|인가요|예요)?",
  ),
  english(
    "happen(?:s|ed|ing)?|occur(?:s|red|ring)?|aris(?:e|es|ing)|appear(?:s|ed|ing)?|emerg(?:e|es|ing)",
    "(?:form|forms|develop|develops|come about|originate|exist)(?=\\W*$)",
    "(?:show|turn|com|crop)(?:e|es|s|ing)? up|keeps? (?:coming back|happening)",
    "explain|know|wonder(?:ing)?|understand|want|need|help|think|idea|am|see(?:s|ing)?|found|suppos(?:e|ed)",
    "gets?|getting|keeps?(?= getting| coming)|mak(?:e|es|ing)|com(?:e|es|ing) back|again|way|possible|now|really|exactly|actually",
    "values?(?: of| for)?|question",
  ),
];

/** Words that ask for a section and say something besides; they stay in the subject. */
export const SECTION_ASKED: Readonly<Record<ManualSection, RegExp>> = {
  causes: /\bcaus(?:ed|ing)\b/iu,
  actions:
    /없애|제거|수리|고치|고쳐|고칠|\b(?:fix(?:es|ed|ing)?|repair(?:s|ed|ing)?|remov(?:e|es|ed|ing|al)|solv(?:e|ing)|resolv(?:e|ing)|eliminat(?:e|ing)|rectify|correct)\b/iu,
  prevention: /재발/u,
};
