// Words of approval and of rejection, wherever a sentence has them: what is to become of the part, or how good it is.
// The patterns of verdict-words.ts know how a verdict is usually put; these catch one in open words ("give it the green
// light", 이대로 내보내도 무방합니다). A denied word claims the opposite of a verdict, not another verdict.
import type { VerdictKind } from "../../domain/verdict.ts";

export interface Disposition {
  readonly verdict: VerdictKind;
  /** The whole idiom, which holds its own "no": "no objection", 이상 없음. */
  readonly idioms: readonly RegExp[];
  readonly words: readonly RegExp[];
}

/** What stands against a part, in idioms that deny it. */
const OBSTACLE =
  "(?:objections?|concerns?|reservations?|complaints?|obstacles?|hindrance|worr(?:y|ies)|trouble|grounds for (?:rejection|complaint|concern)|(?:reasons?|need|cause|call) (?:to|for|not to) (?:hold|reject|withhold|worry|concern|alarm|complain\\w*|scrap|stop|act|action|intervene|refuse|doubt it))";
const KOREAN_OBSTACLE =
  "(?:문제|문제점|문제될 (?:것|점)|이상|지장|이의|걸림돌|걱정할 (?:것|필요|일)|걱정|우려|우려할 (?:것|점)|거리낌|결격 사유|흠|흠잡을 (?:데|곳|것|점)|손색|탈|부족함|나무랄 데|지적할 (?:것|점)|꼬집을 (?:것|데)|하자)";

const GOOD_STATE =
  "clean|harmless|acceptable|satisfactory|unobjectionable|faultless|flawless|immaculate|impeccable|intact|undamaged|unharmed|pristine|compliant|conforming|serviceable|saleable|sellable|deliverable|shippable|usable|trouble-free|healthy|alright|all right|okay|ok|in order|as it should be|up to standard|good enough|good to go|ready to (?:ship|go|leave|be \\w+)|fit for (?:use|delivery|service|purpose|sale)|free to (?:go|leave|ship)|within (?:tolerances?|spec\\w*|requirements)|in (?:perfect|good|fine|excellent|flawless|sound|best) (?:condition|order|shape|state)";
const BAD_STATE =
  "unacceptable|unsatisfactory|nonconforming|non-conforming|unfit|unserviceable|worthless|substandard|rotten|condemned|out of (?:tolerance|spec\\w*)|beyond (?:repair|saving)|no good|ruined|spoil(?:ed|t)|useless|below standard";
/** After a noun of its own such a word is about something else: "a faulty valve". */
const OF_THE_PART =
  "(?=$|[^\\p{L}\\s]| (?:and|or|but|by|to|for|from|in|on|at|as|with|after|because|so|here|part|piece|component|product|item|unit|casting|board|goods)\\b)";

export const DISPOSITIONS: readonly Disposition[] = [
  {
    verdict: "pass",
    idioms: [
      new RegExp(`\\b(?:no|not any|without|without any|nor any|little|zero)(?: [\\w-]+)? ${OBSTACLE}`, "u"),
      /\bnothing (?:[\w-]+ )?(?:speaks against|stands in the way|prevents|stops|argues against|against|to (?:worry|object|complain|criticise|fear)|wrong|amiss|of concern|is missing)\b/u,
      new RegExp(`${KOREAN_OBSTACLE}(?:이|가|은|는|도|을|를|에)? ?(?:전혀 |따로 )?(?:없|되지 않)`, "u"),
      /(?:걱정|염려|우려|신경)[가-힣]* (?:않아도|필요)|아까운|아깝|영향(?:이|은)? ?없|통상적|계속하(?:십|면|세|여도|셔도)|넘어가(?:도|면|십)|무방|손색없|흠잡을 데 없|하자 없|문제없|이상 ?무(?:$|입|임|로|[^가-힣])/u,
    ],
    words: [
      /\b(?:releas(?:e|es|ed|ing)|ship(?:s|ped|ping|ment)?|deliver(?:s|ed|ing|y)?|approv(?:e|es|ed|ing|al)|accept(?:s|ed|ing|ance)?|clear(?:ed|ance)? for|(?:give|get|deserve|earn|receive)\w* (?:it |this (?:one|part) |the part )?(?:a |the |its )?(?:clearance|all-clear|go-ahead|green light|thumbs up|blessing|seal|stamp)|green light|green-light|go ahead|thumbs up|all-clear|sign(?:ed)? off|wave\w* through|let (?:it|the part|this one|this part) (?:through|go|pass)|(?:goes|go|move|moves|pass|proceed|proceeds|continue|send|sent|forward|forwarded)(?: it| the part| this one)? (?:on |straight |directly )?(?:to|into|with) (?:the |its )?(?:next|customer|assembly|packing|packaging|warehouse|stock|production))\b/u,
      new RegExp(
        `\\b(?:is|are|was|were|be|been|looks?|appears?|seems?|remains?|proves?|proved|found|considered|deemed|judged|as|it|part|quite|perfectly|entirely|completely|fully|absolutely|certainly|everything)(?: (?:to be|not|no longer|never|hardly|quite|perfectly|entirely|completely|fully|absolutely|a|an))* (?:${GOOD_STATE})${OF_THE_PART}`,
        "u",
      ),
      /\b(?:passes|passed) (?:muster|the (?:test|check|inspection|control)|with|without|all|every|quality|inspection)\b|\b(?:satisf(?:y|ies|ied)|meets?|met|fulfils?|fulfills?|fulfilled|complies with|conforms to|lives? up to) (?:all |every |the |our |its )*(?:[\w-]+ )?(?:requirements?|standards?|specifications?|criteria|criterion|expectations?|demands?|quality)\b/u,
      /\b(?:belongs?|goes|go|put it|counts?|ranks?|fits in) (?:with|among|amongst|in with|to) (?:the |our )?(?:good|acceptable|sound|conforming)\b|\b(?:outcome|result|findings?|verdict|picture of the part|impression|inspection|examination|assessment)(?: \w+)? (?:is|was|are|were|went|turned out|looks?) (?:\w+ )?(?:favou?rable|positive|good|well|fine|satisfactory|pleasing|reassuring|encouraging|smoothly|clean)\b|\b(?:came|come|comes|got|gets) through\b|\bas good as new\b|\b(?:stay|stays|remain|remains|be kept|keep it|left) in (?:use|service|operation|circulation)\b|\b(?:in favou?r of|for) the (?:part|piece|component|product|casting|board|unit|item)$|\b(?:looks?|is|seems|appears|behaves)(?: \w+){0,2} (?:like|as|identical to|indistinguishable from|no different from|the same as|equal to)(?: \w+)? (?:a |any |the )?(?:good|normal|acceptable) (?:one|part|piece|casting|board|product)\b|\bfirst[- ]class\b|\bgrade a\b|\bdoes (?:its|the) job\b|\bas (?:good|ok|okay|fine|conforming|acceptable)\b(?! as)|\bcarry on\b|\bmeets? what\b|\b(?:does|do) not matter\b|\bonly cosmetic\b|\bnothing out of the ordinary\b|\b(?:can|could|may|might|will) be (?:sold|kept|installed|fitted|mounted|handed over|dispatched|packed|let through|passed on|put into service)\b/u,
      /\b(?:quality|workmanship|condition|state)(?: of (?:the|this) [\w-]+)? (?:is|was|looks|appears|seems|remains) (?:\w+ )?(?:good|fine|excellent|right|perfect|acceptable|impeccable|satisfactory|ok|okay)\b/u,
      /(?<![불부미])(?:합격|통과|적합(?!성|품)|승인|출하|출고|납품|인수|출시)(?!용|일|장|처|기|성| ?(?:기준|전|여부|이전))/u,
      /(?:결과|검사|상태|인상)(?:는|가|도|은) (?:[가-힣]+ )?(?:만족|좋습|좋다|좋은 편|긍정적|순조|흡족)|양품(?:에 (?:속|해당)|으로|쪽| 쪽|군에)|쓸 만|쓸만|무리(?:가|는)? 없|하자는? 없/u,
      /내보내|내보낼|내보냅|써도|쓸 수 있|사용해도|사용하셔도|사용 가능|사용할 수 있|사용하십시오|넘겨도|넘기셔도|보내도|보내셔도|진행해도|진행하셔도|진행하십시오|받아들일 수|받아들여도|괜찮|안심(?:하|해|할)|흠잡을 데|온전(?:한|하|합|히)|멀쩡|완벽(?:한|하|합)|말끔|깨끗|훌륭|뛰어나|흠이 없|말짱|건전(?:한|합)|품질(?:은|이|도) (?:[가-힣]+ )?(?:좋|우수|양호|만족)|상태(?:는|가|도) (?:[가-힣]+ )?(?:좋|완벽|우수|양호|정상)|(?:기준|규격|요건|요구 ?사항|조건|품질)(?:을|를|에) (?:[가-힣]+ )?(?:만족|충족|부합|맞)/u,
      /정상(?:적인 (?:부품|제품)|(?:적인|) ?상태|임|인 것|이라|입니다|이다|으로 (?:보|판|간주|취급))|양품(?!과|에서|의|보다| 사진)/u,
    ],
  },
  {
    verdict: "fail",
    idioms: [
      /\bno (?:use|value) (?:for|to|as)\b|\bno longer (?:usable|fit|acceptable)\b|쓸모(?:가)? 없|가망이? 없/u,
    ],
    words: [
      /\b(?:reject(?:s|ed|ion|ing)?|scrap(?:s|ped|ping)?|discard(?:s|ed|ing)?|dispos(?:e|ed|al) of|throw(?:n)? (?:it )?(?:away|out)|bin(?:ned)? it|condemn(?:s|ed)?|refus(?:e|es|ed|al)|disqualif(?:y|ies|ied)|turn(?:ed)? down|weed(?:ed)? out|sort(?:ed)? out|write (?:it )?off|written off|send (?:it )?back|sent back|return(?:ed)? to the supplier)\b/u,
      new RegExp(`\\b(?:${BAD_STATE}|defective|faulty|damaged|broken|bad)${OF_THE_PART}`, "u"),
      /\b(?:falls?|fell|falling) (?:short of|below|foul of) (?:all |every |the |our |its )*(?:[\w-]+ )?(?:requirements?|standards?|specifications?|criteria|expectations?|quality)|\b(?:violates?|misses|fails?|failed) (?:all |every |the |our |its )*(?:[\w-]+ )?(?:requirements?|standards?|specifications?|criteria|inspection|test|check)\b/u,
      /\b(?:outcome|result|findings?|verdict|impression|inspection|examination|assessment)(?: \w+)? (?:is|was|are|were|went|turned out|looks?) (?:\w+ )?(?:unfavou?rable|negative|bad|badly|poor|unsatisfactory|disappointing|alarming|devastating)\b|\b(?:not|never|n't|hardly) (?:\w+ )?(?:come|measure|live|match) up to\b|\b(?:out of|from) (?:circulation|service|use)\b|\bagainst the (?:part|piece|component|product|casting|board|unit|item)\b|\b(?:did|does) not survive\b|\bmelt(?:ed)? (?:it )?down\b|\bhas to go\b|\bcannot be (?:saved|sold|kept|used|repaired|delivered|installed)\b|\b(?:is|are|of) (?:of )?(?:no|little) use\b|\b(?:reject|rejects|scrap|waste|garbage|junk|rubbish)$/u,
      /불량(?:으로)? ?(?:판정|처리|등급)|(?:기준|규격|요건|품질)에 (?:[가-힣]+ )?(?:못 미|미치지 못|어긋|벗어)|(?:쓰기|사용하기|내보내기|출하하기|납품하기)(?:는|에는|가)? (?:어렵|곤란|힘들|부적)|합격(?:선|점|권)(?:에|을) (?:[가-힣]+ )?(?:못|미달|들지)/u,
      /(?:검사|시험|심사|검수)(?:에서|에) (?:[가-힣]+ )?(?:떨어|탈락|미끄|걸렸|걸린)|못 ?쓰게|불합격|부적합|폐기|탈락|반려|반품|실격|불량품|하자품|결함품|(?<![가-힣])불량(?:이|입|임|으로|이라|인)|못 쓰|쓸 수 없|사용할 수 없|버려|버리(?:십|는 것|세)|걸러|퇴짜|미달(?:입|이|로|인|됩|했|하)|골라내/u,
    ],
  },
];

/** What turns a word of approval or rejection round, besides the negations: "hold the shipment", 출하를 보류. */
export const WITHHELD_BEFORE =
  /\b(?:hold|holds|held|stop|stops|block|blocks|withhold|delay|defer|postpone|suspend|prevent|prevents|keep|kept|before|prior to|out of|off|against|instead of|rather than|refrain from|avoid|far from|anything but|too early|unable|only after|forbid|exclude|neither|barred?|nobody|cannot)\b(?: [\w-]+){0,4}? ?$/u;
export const WITHHELD_AFTER =
  /^[가-힣]*(?:을|를|은|는|이|가|도)? ?(?:[가-힣]+ )?(?:보류|중단|금지|멈추|미루|미뤄|막|삼가|유보|전에|전까지|대상에서 (?:빼|제외)|대상이 아|불가|제외|곤란|안 됩|안 되|피하|하기 전|되기 전|하려면|보다는)|^ (?:is|was|remains|stays|has been|should be|must be) (?:[\w-]+ )?(?:withheld|on hold|blocked|stopped|out of the question|not|suspended|postponed|impossible|premature|ruled out)/u;
