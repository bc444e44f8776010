// Whether a sentence that says there is a defect, or none, agrees with the verdict. Only a passed part is one in which
// nothing was found; only a failed one has a defect without a "may".
import type { VerdictKind } from "../../domain/verdict.ts";
import { clausesOf, isNegated, proseOf } from "./clauses.ts";
import type { Check } from "./fault.ts";

const DEFECT =
  "(?:defects?|flaws?|faults?|anomal(?:y|ies)|abnormalit(?:y|ies)|damages?|problems?|irregularit(?:y|ies)|imperfections?|nonconformit(?:y|ies)|blemish(?:es)?|deviations?|differences?|discrepanc(?:y|ies)|departures?)(?! (?:types?|tests?|scores?|detection|case|map))";
const KOREAN_DEFECT =
  "(?:결함|불량|하자|결점|흠집|손상|이상 징후|이상 부위|이상한 (?:점|곳|데|부분)|특이점|특이 사항|다른 (?:점|곳|데|부분)|차이점|차이|편차|문제점|문제|이상)";

const DENIALS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:no|without|without any|free of|free from|zero|not any|nor any)(?: [\\w-]+){0,3}? ${DEFECT}`,
    "u",
  ),
  new RegExp(`\\b${DEFECT} (?:was|were|is|are|has been|have been|could be|can be) (?:not|never) `, "u"),
  new RegExp(
    `\\b(?:did|does|do|could|can|was|were)(?:n't| not) (?:\\w+ ){0,2}(?:find|show|have|detect|see|contain|exhibit|reveal)(?: [\\w-]+){0,3}? ${DEFECT}`,
    "u",
  ),
  /\bdefect-free\b|\bflawless\b|\bfaultless\b|\bspotless\b|\bnothing (?:unusual|suspicious|abnormal|wrong|conspicuous|was found|is wrong|has been found|stands out|sets the part apart)/u,
  new RegExp(
    `(?<![가-힣])${KOREAN_DEFECT}(?:이|은|도|가|는|을|를|이라고는|이라 할 것은)?(?: (?:전혀|하나도|따로|특별히|특별한|발견된 것이|확인된 것이|것이))*\\s?(?:없|발견되지 않|확인되지 않|검출되지 않|관찰되지 않|보이지 않|나타나지 않|찾지 못|존재하지 않|발견하지 못|찾을 수 없|나오지 않)`,
    "u",
  ),
  /무결함|무결점|아무것도 (?:[가-힣]+ )?(?:찾지|발견하지|나오지|보이지|발견되지|검출되지)|(?:단순(?:한|히)|그저|한낱|한갓) (?:[가-힣]+ )?(?:반사|그림자|먼지|때|오차|착시|얼룩|무늬|잡음)/u,
  /(?:정상|양품)[가-힣 ]*(?:과|와) (?:[가-힣]+ )?(?:똑같|같습|동일|다르지 않|다를 (?:것|바)|구별되지 않)/u,
  /\bnowhere\b|\bnothing (?:at all )?(?:came up|turned up|showed|shows|appeared|was seen|was noticed|could be found)|\bempty-handed\b|\b(?:mere|merely|simply|just|nothing but|only) (?:a |an |some )?(?:reflections?|shadows?|dust|dirt|artefacts?|artifacts?|noise|cosmetic|smudges?|optical)\b/u,
];
const ASSERTIONS: readonly RegExp[] = [
  new RegExp(
    `\\b${DEFECT} (?:was|were|is|are|has been|have been) (?:\\w+ )?(?:found|detected|present|visible|confirmed|observed|identified|seen)`,
    "u",
  ),
  new RegExp(
    `\\b(?:there (?:is|are)|(?:part|it|piece|component|casting|product) (?:has|shows|contains|exhibits|bears)) (?:a|an|some|several|one|clear|the)(?: [\\w-]+){0,2}? ${DEFECT}`,
    "u",
  ),
  /(?<![가-힣])(?:결함|불량|하자|손상|이상 징후|흠집)(?:이|가|은|는|도)? ?(?:분명히 |명확히 |뚜렷이 |실제로 )?(?:있습니다|있다|있으며|있음|발견되었|발견됐|확인되었|확인됐|검출되었|검출됐|관찰되었|존재합|존재하|보입니다|나타났|나타납)/u,
];
const DOUBT =
  /\b(?:may|might|could|possib\w+|suspect\w*|whether|if|perhaps|probabl\w+|likely|cannot be said|known|when|arises?)\b|의심|가능성|여부|수 있|경우|추정|알려진/u;

const FOUND_IN: readonly VerdictKind[] = ["fail"];

/** A picture without faults tells nothing of the part. */
const OF_THE_CAPTURE = /\b(?:captures?|photo(?:graph)?s?)\b|조명|초점|조건|촬영|화질|판독에 |사진 상태/u;

/** "Focus and position do not differ from the good pictures". */
const AS_PICTURES = /\bgood (?:pictures|images|photos)\b|정상 사진(?:과|와)/u;

export const findingFault: Check = ({ text }, { verdict }) => {
  const isOnCapture = OF_THE_CAPTURE.test(proseOf(text));
  for (const clause of clausesOf(text)) {
    if (/\bwhether\b|여부/u.test(clause) || OF_THE_CAPTURE.test(clause)) continue;
    if (isOnCapture && AS_PICTURES.test(clause)) continue;
    const denial = firstOf(DENIALS, clause);
    if (denial && verdict.kind !== "pass" && !isDoublyDenied(clause))
      return { reason: "verdict_disagrees", detail: denial[0] };
    const assertion = denial ? undefined : firstOf(ASSERTIONS, clause);
    if (!assertion || DOUBT.test(clause) || isNegated(clause, assertion)) continue;
    if (!FOUND_IN.includes(verdict.kind)) return { reason: "verdict_disagrees", detail: assertion[0] };
  }
  return undefined;
};

/** "It cannot be said that there is no defect", 결함이 없다고 할 수 없습니다. */
const isDoublyDenied = (clause: string): boolean =>
  /\b(?:cannot|can't|not) (?:be )?(?:said|ruled|concluded|claimed|assumed)\b|없다고[^,]*(?:없|않|못|어렵)/u.test(
    clause,
  );

const firstOf = (patterns: readonly RegExp[], clause: string): RegExpExecArray | undefined => {
  for (const pattern of patterns) {
    const match = pattern.exec(clause);
    if (match) return match;
  }
  return undefined;
};
