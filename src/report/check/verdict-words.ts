// The words in which a sentence states a verdict on the inspected part, in both languages. Sentences about rates and
// rules ("about 5 % of good parts are failed", 합격과 불합격을 가를 수 있는 판독기) state none.
import type { VerdictKind } from "../../domain/verdict.ts";

const PART =
  "(?:the|this|that|its?|our) (?:[\\w-]+ ){0,2}?(?:part|piece|component|product|item|unit|sample|specimen|workpiece|casting|board|object)|it";
const OUTCOME =
  "(?:verdict|decision|result|outcome|judge?ment|conclusion|disposition|classification|status|ruling)";
const LINK =
  "(?: (?:is|was|are|reads?|remains?|came out|comes out|comes|stands|stays|as|a|an|at|of|to be|therefore|thus|clearly|:|=))* ?[:=]? ?['\"‘“(]?";

const outcome = (label: string): RegExp =>
  new RegExp(`\\b${OUTCOME}[^,;]{0,40}?${LINK}\\b(?:${label})\\b`, "u");
const partDoes = (verb: string): RegExp =>
  new RegExp(`\\b(?:${PART})(?: [\\w'-]+){0,4}? (?:${verb})\\b(?! to (?:${verb}))`, "u");
const orders = (verb: string): RegExp => new RegExp(`^(?:please )?(?:${verb}) (?:the|this|it)\\b`, "u");

const GOOD =
  "acceptable|accepted|approved|fine|good|ok|okay|sound|intact|flawless|conforming|compliant|in order|in spec(?:ification)?|within spec(?:ification)?|undamaged|normal|usable|fit for use|faultless|perfect";
const BAD =
  "defective|faulty|unacceptable|rejected|nonconforming|non-conforming|bad|damaged|out of spec(?:ification)?|scrap|reject";

/** A claim holds when the verdict is this. */
export interface VerdictWords {
  readonly verdict: VerdictKind;
  readonly patterns: readonly RegExp[];
}

export const VERDICT_WORDS: readonly VerdictWords[] = [
  {
    verdict: "pass",
    patterns: [
      outcome("pass(?:es|ed|ing)?|accept(?:ed|able|ance)?|ok|okay|good|approved|positive"),
      partDoes(`pass(?:es|ed)?|conforms?|meets? (?:the|all) (?:requirements|specification)`),
      partDoes(
        `(?:is|was|are|looks|appears|seems|be|proved|remains|counts as|found)(?: (?:to be|judged|considered|deemed|entirely|completely|perfectly|in|a|fully))* (?:${GOOD})`,
      ),
      partDoes(
        "(?:can|may|should|could|is free to|is ready to) (?:now |therefore |safely )?(?:be )?(?:released?|shipped|ship|used|delivered|installed|accepted|go on)",
      ),
      orders("release|ship|accept|approve|deliver|pass|use"),
      /(?<!불|부)합격(?:$|입니다|이다|이며|이고|으로|처리|판정|했|하였|됩|되었|된|시키|시켜|품)/u,
      /(?:부품|제품|이것|주조품|기판|시료|상태)[은는이가] (?:[가-힣]+ )?(?:정상(?!품| 사진)|양품|양호|온전|문제없)/u,
      /(?:정상|양품|정상품)(?:입니다|이다|으로 (?:판정|판단|확인|보)|이라고|에 해당)/u,
      /(?:출하|출고|납품|사용)(?:해도|하십시오|할 수 있|가 가능|하면 됩|하여도)/u,
      /다음 공정으로 (?:넘기|보내|이동)/u,
    ],
  },
  {
    verdict: "fail",
    patterns: [
      outcome("fail(?:s|ed|ure|ing)?|reject(?:ed|ion)?|nonconforming|defective|negative|no-go"),
      partDoes("fail(?:s|ed)?"),
      partDoes(
        `(?:is|was|are|looks|appears|seems|be|proved|remains|counts as|found)(?: (?:to be|judged|considered|deemed|clearly|a))* (?:${BAD})`,
      ),
      partDoes("(?:must|should|has to|is to) be (?:rejected|scrapped|discarded|failed)"),
      orders("reject|scrap|discard|fail"),
      /\bas (?:a )?non-?conforming\b/u,
      /불합격(?:$|입니다|이다|이며|이고|으로|처리|판정|했|하였|됩|되었|된|시키십|품)/u,
      /불량(?:품)?(?:입니다|이다|으로 (?:판정|판단|처리)|이라고|에 해당)/u,
      /(?:부적합품|불량품)으로/u,
      /폐기(?:하십|해야|처리)/u,
    ],
  },
  {
    verdict: "review",
    patterns: [
      outcome("review|undecided|open|pending"),
      /판정[은이] ['‘"“]?(?:확인 필요|보류|검토)|(?:확인 필요|검토|보류)로 판정/u,
    ],
  },
  {
    verdict: "retake",
    patterns: [outcome("retake|re-?shoot"), /판정[은이] ['‘"“]?재촬영|재촬영으로 판정/u],
  },
];

/** What comes after such a clause holds only then: "when a person has looked at it, it may be released". */
export const IS_CONDITION =
  /^(?:but |and )?(?:if|when|once|after|unless|should|only if|provided|as soon as)\b.*\b(?:persons?|someone|inspectors?|examin\w*|inspect\w*|confirm\w*|decid\w*|decision|review\w*|checks?|checked|judged?)\b|(?:확인|판정|판단|검토|결정)[가-힣 ]*(?:면|후에?|뒤에?|다음에?)$/u;
/** Clauses about parts in general, conditions and possibilities. */
export const IS_GENERAL =
  /\bgood parts\b|\b(?:capture|picture|image|photo|photograph) (?:cannot|can|could|is|was|has|looks|itself)\b|\bparts in general\b|\b(?:if|unless|whether|until|once|when)\b|\b(?:reader|test|threshold|capture|picture|image|photo|p-value|score|good picture)s?\b[^,;]*\b(?:fail|pass|fine|good|usable|ok|normal)|\bcan fail\b|정상품의|수 있는 판독기|수 있고|만으로 내려|여부|경우|(?:이|하|되|으)면(?! (?:됩|되|된|좋|괜찮))(?:\s|$)|때까지|가를 수|촬영 상태|화질|사진(?:은|이|의? ?상태)|판독에 |촬영에 |정상 사진|(?:는|은|인|할|될|한|일|던|을|를)지(?:는|를|가|도|만|에)?(?=\s|$)|라고 (?:하기|보기|부르기|말하기)|\b(?:good|acceptable|usable|accept|release|released|accepted) or (?:bad|not|scrap|scrapped|reject|rejected|defective|faulty)\b|\b(?:bad|defective|rejected|scrapped|reject|scrap) or (?:good|not|accept\w*|release\w*)\b/u;
