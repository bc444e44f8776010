// No evidence here is certain: a p-value and a nearest case are not. A sentence that says so has no evidence for it.
import { clausesOf, isNegated } from "./clauses.ts";
import type { Check } from "./fault.ts";

const CERTAIN: readonly RegExp[] = [
  /\b(?:certain|certainly|certainty|definite|definitely|undoubtedly|undeniabl[ey]|unquestionabl[ey]|surely|for sure|guaranteed?|guarantees|proves?|proven|proof|beyond (?:any |all |a )?(?:reasonable )?doubt|no doubt|without (?:any |a )?doubt|indisputabl[ey]|absolutely|infallibl[ey]|unmistakabl[ey]|incontrovertibl[ey]|conclusively|impossible to be wrong|clearly proven)\b/u,
  /\b(?:is|are|was|were|be|am|we are|i am) (?:\w+ )?(?:100 % |fully |totally |completely |quite |very |absolutely )?sure\b/u,
  /\b(?:can|could) only be (?:a|an|the|caused|due)\b|\bmust (?:certainly |surely )?be (?:a|an|caused|due)\b|\balways (?:caused|due|means|leads|happens|arises|indicates)\b|\bnever (?:fails|errs|wrong|misses|occurs|happens)\b/u,
  /확실(?:히|하|합|한|시|성)|틀림(?:이 |없이|없)|분명(?:히|하|합|한)|명백(?:히|하|합|한)|의심할? (?:의 )?(?:여지|바)|의심의 여지|장담|보장|단언|절대(?:로|적)|필연|백 퍼센트|두말할/u,
  /반드시(?!.*(?:십시오|바랍니다|하세요|해야|할 것|합시다))/u,
  /(?:일|인) 수밖에 없|밖에 없습니다/u,
];
const ALLOWED =
  /\b(?:make|be|making) (?:sure|certain)\b|\bto be sure\b|\bconfidence\b|확실(?:히|하게) (?:[가-힣]+ )*(?:십시오|고정|조이|닦)|확실하게 하려면|확실히 하려면/u;

export const certaintyFault: Check = ({ text }) => {
  for (const clause of clausesOf(text)) {
    if (ALLOWED.test(clause)) continue;
    for (const pattern of CERTAIN) {
      const match = pattern.exec(clause);
      const isDoubt = match && /no doubt|without|beyond|의심|틀림|밖에 없|두말/u.test(match[0]);
      if (match && (isDoubt || !isNegated(clause, match)))
        return { reason: "certainty_without_evidence", detail: match[0] };
    }
  }
  return undefined;
};
