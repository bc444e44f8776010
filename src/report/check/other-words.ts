// Words for what one inspection of one part cannot know: other parts, other times, the rest of the works, and sides
// that the picture does not show.

const PART =
  "(?:parts?|pieces?|components?|products?|items?|units?|samples?|specimens?|workpieces?|castings?|boards?|goods)";
const PARTS =
  "(?:parts|pieces|components|products|items|units|samples|specimens|workpieces|castings|boards|goods|ones)";
const KOREAN_PART = "(?:부품|제품|주조품|기판|시료|품목|물량|로트|개체|물건|것들)";
const OTHER_KO =
  "(?:다른|이전|직전|다음|앞선|앞의|나머지|모든|전체|같은 로트의|옆|인접한|이웃한|대부분의|여러|뒤이어 (?:나온|만든|생산된)|그 (?:뒤|다음|앞)에 (?:나온|만든)|어제|지난번|지난|먼저 (?:검사|촬영)한|방금 전|비슷한 시기의|같은 날|같은 시간대의|동일한?|여타|타|기타|앞서 (?:검사|촬영|생산|만든)[가-힣]*|최근)";

export const OTHER_PARTS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:another|the other|other|previous|preceding|next|following|subsequent|neighbou?ring|adjacent|earlier|later|remaining|all|every|each|most|many|some|several|both|these|those|such|sister|further|any|certain|similar|comparable|identical|numerous|various|dozens of|hundreds of|a number of|the majority of|more) (?!good\\b|normal\\b)(?:[\\w-]+ ){0,2}?${PART}\\b`,
    "u",
  ),
  /\b(?:neighbou?ring|adjacent|sister|twin|companion|opposite) (?!region|area|place|spot|pixel|patch)[\w-]+/gu,
  new RegExp(
    `\\b${PARTS} (?:from|of|made|produced|cast|manufactured|inspected|delivered|that (?:came|were|are)|coming|leaving|in) (?:after|before|on|since|with|around|the |this |that |our |a )?(?:same|other|last|previous|this|today|yesterday|mould|mold|line|machine|lot|batch|series|shift|supplier|production|week|month|morning|cavity|run)`,
    "gu",
  ),
  /\bones? (?:just )?(?:before|after|next to|beside|preceding|following|ahead of|behind) (?:it|this|that)\b|\b(?:its|the part's) (?:predecessors?|successors?|siblings?|counterparts?|twins?)\b|\bthe (?:second|third|fourth|fifth|sixth|tenth|last|\d+(?:st|nd|rd|th)) (?:part|piece|casting|board|unit|product|item)\b|\bpredecessors?\b|\bsuccessors?\b|\bthe rest of (?:the|this|them|our)\b|\bothers? (?:of (?:its|the same|this) (?:kind|type|series)|like it|too|as well)\b|\bthe others\b|\beverywhere\b|\belsewhere\b|\bthroughout\b|\bacross the (?!picture|image|part|surface|region|whole picture)/gu,
  new RegExp(`${OTHER_KO} (?:[가-힣]+(?<!에게|[이가을를은는과와에]) )?${KOREAN_PART}(?!군|의 이름)`, "gu"),
  new RegExp(
    `${KOREAN_PART}(?:들|마다| 모두| 전부| 전체| 대부분| 대다수|끼리| 여러| 상당수| 일부)(?!의 사진)`,
    "gu",
  ),
  /(?:동일|유사|같은|비슷한) (?:기종|모델|계열|라인|금형|설비|공정|시리즈|품종)/gu,
];
export const WORKS: readonly RegExp[] = [
  /\b(?:lots?|batch(?:es)?|shipments?|consignments?|series|deliver(?:y|ies)|production(?! step)|manufacturing|shifts?|production runs?|stocks?|inventory|factor(?:y|ies)|(?:production|assembly|our|the|this|another|other) (?:lines?|plants?|sites?)|plants?|competitors?|market|fleet|recalls?)\b/gu,
  /(?:로트|배치(?:의|가|는|에|를|도|로|$| )|납품분|생산분|출하분|물량|재고|생산 ?라인|라인 전체|공장|교대|(?:오전|오후|야간|주간)(?:조| 근무)|(?:\d|[일이삼사오육칠팔구])호기|제?\d라인|생산(?:된|품|에서|이|량|되는)|양산|조업|시장|경쟁사|리콜)/gu,
];
export const OTHER_TIMES: readonly RegExp[] = [
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:'s)?|(?:january|february|april|june|july|august|september|october|november|december)|noon|midnight|(?:in|this|since) (?:the )?(?:morning|afternoon|evening)|(?:hours?|minutes?|days?|weeks?|months?|years?) (?:ago|before|earlier|later)|yesterday(?:'s)?|today(?:'s)?|tomorrow(?:'s)?|tonight|nowadays|these days|lately|recent(?:ly)?|previously|formerly|in the past|long ago|ago|since (?:last|yesterday|monday|tuesday|wednesday|thursday|friday|january|spring|summer)|for (?:days|weeks|months|years|some time)|(?:last|this|past|next|coming|previous|earlier this|late last) (?:time|night|day|week|weekend|month|quarter|year|shift|morning|afternoon|evening|summer|winter|spring|autumn|inspection|run|monday|friday)|(?:the )?other day|once again|yet again|again and again|time and again|recur\w*|repeated(?:ly)? (?:\w+ )?(?:seen|found|occur\w*|observed|happen\w*)|keeps? (?:happening|occurring|coming)|as (?:before|usual|always)|as (?:it did|we saw|seen) (?:before|earlier)|already (?:happened|occurred|seen|observed)|trend|(?:is|are|has been|have been) (?:increasing|rising|growing|getting worse|worsening|spreading)|more and more)\b/gu,
  /[월화수목금토일]요일|(?<!\d)\d{1,2}월(?: |에|부터|까지)|정오|자정|오늘 (?:아침|오전|오후)|(?:시간|분|일|주|달|개월|년) ?전(?:에|부터|까지|의)|어제|오늘|내일|최근|요즘|요새|근래|지난(?:번|주|달|해|날| (?:번|주|달|해|분기|여름|겨울|봄|가을|교대|검사|생산|[가-힣]*일))|앞서(?! (?:말|언급|설명|적|밝|기술|본|제시))|예전|종전|과거|작년|올해|금년|금일|금주|며칠|그동안|여태|지금까지|재발|반복(?:적|되어|해서|하여|해) ?(?:으로 )?(?:발생|나타|생기|관찰|보고)|잇따라|연달아|날마다|매일|매주|매번|(?:늘고|늘어나|증가하|증가 추세|확산되|퍼지|심해지|악화되)(?:고| 있|는|$)?|추세|전에도|또다시|다시 나타|이번 (?:주|달|교대|분기)|(?:자주|흔히|종종|매번|번번이|늘) (?:나타|생기|발생|보이|있|겪|일어)|(?:전|예)에 (?:만든|검사한|나온)/gu,
];
/** The picture shows one side; unless a view or a passage speaks of the others. */
export const OUT_OF_SIGHT: readonly RegExp[] = [
  /\b(?:on|at|in|from|to|along) (?:the|its) (?:back(?: ?side)?|rear(?: side)?|reverse(?: side)?|underside|far side|other side|opposite side|interior|inside|inner (?:wall|side|surface)|back face)\b(?! of the (?:picture|image))|\b(?:underneath|beneath the surface|below the surface|inside the (?:part|piece|casting|component|product|body|material|wall)|through the wall|internally)\b/gu,
  /뒷면|후면|이면(?:에|의|도)|내부(?:에|의|까지|로|는|가|도)|안쪽|속까지|반대편|반대쪽|뒤쪽|뒷부분|속에서|밑면|바닥면|표면 아래|눈에 보이지 않는/gu,
];
/** "All parts of the picture", the promise about good parts, and a part that is taken out of its lot. */
export const SPARED =
  /\b(?:other |all |most |many |any |these |those |each |every )?(?:good|normal|acceptable|sound|reference|known) (?:parts?|pieces?|products?|ones|castings?|boards?|units?|items?|samples?|examples?)\b|정상품|정상 (?:부품|제품)|\b(?:each|every|all|some|most|other|several|any|both) (?:parts?) of (?:the|this) (?:picture|image|photo|part|piece|casting|board|surface)\b|부품의 다른|\b(?:out of|from|off|apart from|separate(?:ly|d)? from|away from) (?:the |this |its |further |other |all other |any other )*(?:lots?|batch|shipments?|production|deliver(?:y|ies)|line|stock|others|parts|pieces|products|series)\b|\b(?:any |all )?(?:delivery|shipment) (?:of (?:the|this) part )?(?:is|should|must|has|until)\b|\b(?:approve|release|clear|ready|approved|released|cleared|hold|stop|block) (?:it |this (?:one|part) |the part )?(?:for |from )?(?:the |any )?(?:delivery|shipment|production)\b|\bnext (?:step|process|operation|station|stage)\b|(?:로트|배치|라인|생산 ?라인|물량|다른 (?:부품|제품|주조품)|정상품)(?:에서|과|와|으로부터) (?:[가-힣]+ )?(?:빼|제외|분리|격리|꺼내|구분|섞이|떼어)|다음 (?:공정|단계)|(?:앞으로의 |모든 |매 )촬영/gu;
