// No evidence here is certain: a p-value and a nearest case are not. A sentence that says so has no evidence for it,
// nor has one that calls the part's finding by a defect type without a "may", a case or a manual to lean on.

import { clausesOf, type Found, isNegated, proseOf } from "./clauses.ts";
import type { Check, CheckContext } from "./fault.ts";
import { typesNamedIn } from "./type-claims.ts";

/** Words that say "sure" whatever "not" stands near: a doubt that is denied is a certainty. */
const DOUBT_DENIED: readonly RegExp[] = [
  /\b(?:no|not a|not any|not the slightest|without|without any|beyond|beyond all|beyond any|little|leaves? no|zero|past|out of)(?: [\w-]+){0,3}? (?:doubts?|questions?|uncertaint(?:y|ies)|ambiguity|dispute|debate|mistaking|mistake about|denying|room for|two ways|other (?:explanation|cause|reason|possibility|way|conclusion|defect type|option)|alternative|margin of error|hesitation)\b/u,
  /\b(?:cannot|can't|can not|could not|couldn't|impossible to|hardly|nobody (?:can|could)|no one (?:can|could)) (?:possibly )?(?:be (?:anything|something|any|wrong|mistaken|otherwise|doubted|denied|disputed|questioned|ruled out that it is)|deny|doubt|dispute|go wrong|err|mistake)\b|\bimpossible (?:to be wrong|that it is not)\b|\b(?:nothing|none) (?:else|other)\b|\bnone other than\b/u,
  /(?:의심|의문|이론|이견|이의|재론|반론|논란|착오|오해|다툼|변명|오류|오판|다른 (?:원인|이유|가능성|해석|설명)(?:은|는|이|가|을|를)? ?(?:생각|상상|고려|떠올))(?:의|할|을 제기할|이|을|일|은|의 여지|할 여지|가|도)* ?(?:여지|바|것|수|이유|가능성)?(?:가|이|는|은|도|란|이란)? ?(?:[가-힣]+ )?(?:없|있을 수 없|불가능|못)/u,
  /\b(?:removes?|removed|dispels?|eliminates?|ends?|ended|settles?|settled|silences?|clears? up|rules? out) (?:\w+ ){0,3}?(?:doubts?|questions?|suspicions?|alternatives?)\b|\b(?:has |have |was |were )?never (?:yet )?(?:been )?(?:wrong|mistaken|fooled|misled|erred|failed|off)\b|\btake (?:our|my|its) word\b/u,
  /(?:의심|의문|의혹|불확실)[가-힣]* ?(?:[가-힣]+ )?(?:사라|가시|가셨|걷|해소|풀렸|풀립|날려|지웠)|(?:틀린|잘못된|빗나간|어긋난|틀렸던) (?:적|일|바)(?:이|은|도)? ?없|(?:뒤집|번복)[가-힣]* (?:수|일|리)(?:가|는|도)? ?없|못 ?박/u,
  /틀림(?:이|은)? ?없|틀림없|두말할|말할 (?:것도|나위)|더 볼 것도|밖에(?:는)? (?:없|볼 수 없|생각)|수밖에|(?:틀릴|잘못될|어긋날) (?:리|수|일|가능성|염려)(?:가|는|은|이)? ?없|아닐 (?:수|리|가능성이)(?:가|는)? ?없|빼도 박도|더할 나위|오직|뿐이(?:다|며|고|라)|뿐입니다|불을 보듯/u,
];
const CERTAIN: readonly RegExp[] = [
  /\b(?:certain|certainly|certainty|certitude|definite|definitely|definitively|undoubted(?:ly)?|doubtless(?:ly)?|undeniabl[ey]|unquestionabl[ey]|unequivocal(?:ly)?|unambiguous(?:ly)?|undisputed(?:ly)?|surely|for sure|guaranteed?|guarantees|proves?|proved|proven|proof|indisputabl[ey]|incontestabl[ey]|absolutely|infallibl[ey]|unmistakabl[ey]|unerring(?:ly)?|incontrovertibl[ey]|irrefutabl[ey]|conclusive(?:ly)?|categorically|unconditionally|inevitabl[ey]|invariably|inescapabl[ey]|without exception|of course|obvious(?:ly)?|evidently|self-evident|plainly|patently|manifestly|as a matter of fact|in fact|it is a fact|established (?:fact|cause)|foolproof|error-free|fully reliable|rest assured|trust (?:us|me|this|it)|bet on|positive that|convinced|swear|vouch|must have been|nothing but|speaks? for (?:itself|themselves)|full stop|textbook|hundred percent|hundred per cent|fully confirmed|has been confirmed|is confirmed|are confirmed|confirms that)\b/u,
  /\b(?:is|are|was|were|be|am|being)(?: \w+)? (?:sure|settled|indubitable|known for a fact|crystal clear|beyond dispute|out of the question)\b/u,
  /\b(?:cause|reason|origin|source|type|defect|diagnosis|explanation|culprit)(?: [\w-]+){0,4} (?:is|are|was|has been|have been|stands|remains) (?:(?!not\b|never\b|un)\w+ )?(?:clear|plain|known|established|identified|found|determined|settled|fixed|fact|confirmed)\b/u,
  /\b(?:it|this|that|there|which|the (?:part|region|defect|finding|type|cause|reason)) (?:(?:can|could) (?:only|surely|simply|certainly) |(?:must|has to|have to|is bound to) (?:only |surely |simply |certainly )?)(?:be|come|have|stem|originate|result|mean|point)\b(?! (?:checked|examined|inspected|looked|set|held|kept|seen|judged|decided|reviewed|repeated|taken|read|compared|cleaned|released|used|rejected|scrapped|sorted|considered|assessed|verified|confirmed by))/u,
  /\b(?:can|could|may) only (?:be|come|mean|stem|result)\b|\bonly (?:one|possible|conceivable|thinkable) (?:cause|reason|explanation|type|conclusion)\b|\bthe only (?:cause|reason|explanation|type|possib\w+|conclusion)\b/u,
  /\b(?:always|never|every time) (?:caused|due|mean[st]?|leads?|happens?|arises?|indicates?|fails|errs|wrong|misses|occurs|right|correct|true|comes?|points?|goes|produces?|gives?|are|is)\b|\b(?:is|are) (?:always|never)\b/u,
  /확실|확신|확증|확언|확정(?!되지|할 수 없|적(?:이지|으로 말))|분명|명백|명확(?:하|합|한|히)|명료|자명|당연(?:하|히|한|합)|물론|장담|보장|단언|단정|절대|결코|필연|무조건|어김없|예외 ?없|백 ?퍼센트|백 ?프로|반드시|기정사실|증명|입증|판명|밝혀졌|밝혀진|드러났|여실|영락없|뻔하|뻔합|언제나|항상|사실입니다|사실이다|사실임|정답|완전히 (?:믿|신뢰)|오류가 있을 수|의심할 수 없|빈틈없/u,
  /\b(?:everybody|everyone|anyone|any child|anybody) (?:can|could|will|would|must|knows?|sees?)\b|누가 (?:보아도|봐도|보더라도)|누구나 (?:알|인정)/u,
  /\b(?:we|i|one|it is)(?: \w+)? (?:knows?|known|found|identified|understood?|see|discovered) (?:\w+ )?(?:what|why|how|the|its|where) (?:\w+ )?(?:cause[sd]?|reason|origin|source|defect|it came|this came|it is)\b|원인을 (?:찾아냈|찾았|알아냈|밝혔|밝혀냈|규명했|파악했|특정했|알고 있|확인했)/u,
  /\b(?:systems?|tests?|inspections?|readers?|software|algorithm|method|verdict|decision|results?|diagnosis|measurements?|judge?ment|assessment|conclusion|finding|type)(?: of [\w -]+)? (?:is|are|was|were|stands?|remains?) (?:\w+ )?(?:correct|right|accurate|reliable|exact|precise|final|true|firm|trustworthy|dependable|safe|solid|watertight|clear-cut)\b|\b(?:does|do|can|could|will) not (?:make (?:any )?(?:mistakes?|errors?)|err|lie|deceive|be wrong|fail us|go wrong)\b|\b(?:leaves?|left|leaving) (?:nothing|no one|nobody) (?:open|unclear|in doubt|unanswered|to chance)\b|\bbeyond (?:all |any )?(?:criticism|reproach|appeal|discussion|argument)\b/u,
  /(?:검사|시험|판정|판독|결과|측정|진단|시스템|판독기|점수)[가-힣]* (?:[가-힣]+ )?(?:정확(?:하|합|히 맞)|믿어도|믿을 수 있|믿을 만|신뢰해도|신뢰할 (?:수|만)|옳|맞습니다|맞다|틀릴|틀리지 않|틀린 적)/u,
  /\b(?:cause|reason|origin|source|culprit|type)(?: [\w-]+){0,4} (?:has|have) (?:(?!not\b|never\b)\w+ )?been (?!left|suspected|suggested|named|given|listed|described|sought|added|proposed|considered|assumed)\w+|\bneeds? no (?:\w+ )?(?:look|check\w*|inspection|examination|verification|review|proof|evidence|opinion|confirmation|explanation)\b|\bno (?:further|more|second|additional|other) (?:look|check\w*|inspection|examination|verification|review|proof|evidence|opinion|confirmation)\b|\bno need (?:to|for) (?:\w+ )?(?:check|verify|verification|look|inspect|confirm|review|examine)\w*\b/u,
  /더 ?(?:이상 )?(?:확인|검토|조사|볼|살필|따질|검증|논의)[가-힣]* (?:필요|것|여지)(?:도|가|는|조차)? ?없|(?:확인|검증|재검|검토)(?:이|은|도|할)? ?(?:필요|불필요)(?:가|도|는)? ?(?:없|합)(?!니다\b.*필요합)|보나 마나|안 봐도|원인(?:이|은|을|도) (?:[가-힣]+ )?(?:가려|드러|나왔|잡았|잡혔|풀렸|밝|찾았|알아|짚어|집어|판명)|이(?:가)? 맞습니다|가 맞습니다/u,
  /원인(?:은|이) (?:[가-힣]+ )?(?:규명|확인|특정|밝혀|파악)(?:되었|됐|했|하였|됨)/u,
];
/** An order, a purpose, a statistic: nothing is claimed to be so. */
const ALLOWED =
  /\b(?:make|be|making|ensure|to be) (?:sure|certain)\b|\bconfidence\b|\b(?:until|whether|once|unless|before|if|when)\b|확실(?:히|하게) [가-힣 ]*(?:십시오|고정|조이|닦)|(?:확실|분명|명확|확정)[가-힣]* (?:하려면|위해|위하여|때까지|전까지|전에는)|(?:하려면|여부|때까지|전까지|위해)/u;
const ORDER =
  /(?:십시오|바랍니다|하세요|세요|해야 합니다|해야 한다|합시다|할 것)$|^(?:please )?(?:always|never|only) [a-z]+\b/u;
/** Adverbs that an order may have: "always wear", 반드시 확인하십시오. */
const IN_ORDERS = /always|never|반드시|항상|절대|언제나|결코|확실|명확|분명/u;

export const certaintyFault: Check = (sentence, context, section) => {
  for (const clause of clausesOf(sentence.text)) {
    if (ALLOWED.test(clause)) continue;
    const claim = certaintyIn(clause);
    if (claim) return { reason: "certainty_without_evidence", detail: claim[0] };
  }
  const prose = proseOf(sentence.text);
  if (LEANING.test(prose)) return undefined;
  const bare = CAUSED.exec(prose)?.[0] ?? (section === "status" ? bareType(prose, context) : undefined);
  return bare === undefined ? undefined : { reason: "certainty_without_evidence", detail: bare };
};

const bareType = (prose: string, context: CheckContext): string | undefined =>
  typesNamedIn(prose.replace(/\([^)]*\)/gu, " "), context)[0];

const certaintyIn = (clause: string): Found | undefined => {
  for (const pattern of DOUBT_DENIED) {
    const match = pattern.exec(clause);
    if (match) return match;
  }
  const isOrder = ORDER.test(clause);
  for (const pattern of CERTAIN) {
    const match = pattern.exec(clause);
    if (match && !isNegated(clause, match) && !(isOrder && IN_ORDERS.test(match[0]))) return match;
  }
  return undefined;
};

/** A cause told as what happened. */
const CAUSED =
  /\b(?:defects?|findings?|regions?|damages?|anomal(?:y|ies)|flaws?|faults?|marks?|it|this|that)(?: [\w-]+){0,2}? (?:is|was|were|are|has been|have been) (?:\w+ )?(?:caused|produced|created|brought about|made|triggered|due|owing|the result|the consequence|down)\b|\b(?:this|that|which|it)(?: \w+)? (?:has )?(?:caused|brought about|triggered|led to)\b|\b(?:comes?|came|stems?|stemmed|results?|resulted|originates?|originated) from\b|(?:때문에|인해|인하여|탓에|탓으로|[가-힣]에서) (?:[가-힣]+ )?(?:생겼|생긴 것입니다|발생했|발생한 것입니다|발생하였|비롯)|탓입니다|(?:이|가) 원인입니다|원인은 [가-힣 ]+(?:입니다|이다)$/u;
/** What makes naming a type less than a finding: a doubt, a likeness, a case, a manual, a record. */
const LEANING =
  /\b(?:may|might|could be|can be|would be|possib\w+|potential\w*|suspect\w*|suspicio\w+|likely|likel\w+|probab\w+|perhaps|presum\w+|assum\w+|appears?|seems?|suggest\w*|hints?|points? to\w*|pointing|indicat\w+|resembl\w+|similar\w*|alike|like|liken\w*|closest|nearest|near|nearer|cases?|examples?|candidates?|known|manuals?|handbook|guide|page|passages?|document|whether|if|estimat\w+|guess\w*|consistent with|compatible|typical|recorded|record\w*|label\w*|compar\w*|match\w*|neighbou?rs?|history|opinion|looked for|phrases?|cover\w*)\b|의심|추정|추측|가능성|수 있|수도 있|듯|것 같|보입니다|보이|보여|비슷|유사|닮|사례|설명서|매뉴얼|안내서|지침|문서|쪽|여부|기록|가까|후보|알려진|짐작|예상|(?:으)?로 보|의견|일지|견주|비교|해당할|구절|찾/u;
