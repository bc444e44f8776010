// What a report's own sentences are made of, by the beginnings of words: the measurements, the picture, the record, the
// manuals, and what a reader is asked to do. Words of no subject at all are apart, for they say nothing by themselves.

/** Words with a subject: each is of something that an inspection's record holds or orders. */
const SUBJECTS_EN =
  "anomal|scor|distanc|threshold|limit|p-value|signific|alpha|level|value|region|area|spot|mark|box|place|locat|position|corner|upper|lower|left|right|top|bottom|middle|center|centre|edge|side|suspicio|suspect|unusual|conspicuous|striking|strik|notic|finding|found|differ|deviat|depart|unlike|outside|beyond|exceed|above|below|under|over|higher|lower|larger|smaller|reach|high|low|strong|weak|good|normal|refer|compar|similar|alike|resembl|near|closest|like|case|type|class|known|defect|flaw|fault|abnormal|irregular|blemish|verdict|decision|decid|decide|undecided|judg|review|retake|pass|fail|reject|nonconform|non-conform|conform|releas|accept|ship|shipment|deliver|scrap|discard|quarantin|hold|held|aside|separat|examin|inspect|check|look|person|someone|human|inspector|quality|reader|agree|disagree|contradict|conflict|test|calibrat|false|alarm|mistake|rate|share|percent|confiden|statistic|chance|probab|likel|possib|picture|image|photo|captur|camera|lens|focus|blur|sharp|light|lit|expos|dark|bright|contrast|noise|grain|glare|shadow|shake|motion|crop|cover|compress|degrad|pixel|px|size|wide|width|tall|height|measur|manual|handbook|guide|page|passage|document|revis|chapter|section|quot|say|said|writ|read|describ|mention|state|accord|same|return|reader|model|file|memory|cause|reason|origin|arise|remed|action|measure|step|prevent|avoid|repeat|again|next|process|record|histor|outcome|solved|help|evidence|fact|report|list|detail|support|map|bank|calculat|comput|set|use|usable|unusable|limited|assess|grade|opinion|severit|median|range|usual|largest|stand|differs|describe|determin|identif|open|wait|await|pending|depend|assum|confirm|verif|inform|tell|notif|responsib|sort|keep|condition|add|replac|clean|take|repair";
const SUBJECTS_KO =
  "이상|점수|거리|기준|임계|한도|한계|문턱|p값|유의|수준|값|영역|부위|곳|군데|자리|위치|모서리|상단|하단|좌측|우측|왼|오른|위쪽|아래|중앙|가운데|가장자리|표시|상자|의심|두드러|뚜렷|특이|눈에|띄|다르|다른|달라|다릅|차이|벗어|넘|초과|웃돌|밑돌|높|낮|크|큽|큰|작|이하|미만|정상|양품|참조|비교|견주|견줄|대조|비슷|유사|닮|가까|가깝|사례|유형|결함|불량|하자|흠|소견|발견|검출|확인|판정|판단|결정|판독|재촬영|합격|불합격|부적합|출하|출고|납품|폐기|격리|보류|따로|분리|구분|검사|검토|살펴|살피|점검|조사|담당|책임|사람|품질|육안|실물|엇갈|일치|어긋|시험|보정|오경보|잘못|비율|확률|가능|신뢰|통계|퍼센트|사진|영상|이미지|촬영|화질|화상|카메라|렌즈|초점|흐림|흐리|선명|조명|밝|어둡|노출|대비|잡음|노이즈|반사|그림자|흔들|가림|압축|저하|픽셀|화소|px|크기|너비|폭|높이|좌표|탐지|모델|파일|메모리|뱅크|같|똑같|동일|설명서|매뉴얼|지침|쪽|페이지|구절|문서|개정|내용|인용|적혀|적힌|적고|따르|따라|따른|언급|원인|이유|까닭|생기|생길|생깁|발생|조치|대책|예방|방지|다시|반복|다음|공정|단계|기록|이력|결과|해결|증거|근거|보고|목록|자세|뒷받침|지도|측정|계산|평가|등급|양호|제한|의견|심각|범위|최대|최소|가장|추정|추측|짐작|알려|유별|남다|이례|색다|별나|튀|꼼꼼|가려|의문|기다|미정|아직|유지|조건|추가|교체|청소|사용|찾|유효|허용|영향|부족|충분|적합|품질|방해|요소|상태|수리|넘기|보내";
/** Words of no subject. */
const EMPTY_EN =
  "a|an|the|this|that|these|those|it|its|itself|he|she|they|them|their|we|our|us|you|your|i|my|one|ones|and|or|but|nor|so|yet|because|since|although|though|while|whereas|as|if|whether|when|where|which|who|whom|whose|what|why|how|than|then|there|here|thus|hence|therefore|however|also|too|only|just|even|still|already|not|no|none|never|nothing|anything|something|everything|any|some|all|both|each|every|either|neither|other|others|another|such|same|own|few|many|much|more|most|less|least|very|quite|rather|clearly|slightly|far|well|about|almost|nearly|up|down|in|on|at|by|for|from|to|into|onto|of|off|out|with|within|without|through|during|before|after|until|till|between|among|against|toward|towards|per|via|is|are|was|were|be|been|being|am|do|does|did|done|has|have|had|having|can|could|may|might|must|shall|should|will|would|cannot|let|s|t|isn|doesn|hasn|get|gets|got|make|makes|made|go|goes|went|come|comes|came|give|gives|gave|given|show|shows|showed|shown|see|sees|seen|seem|seems|appear|appears|lie|lies|lay|sit|sits|need|needs|needed|want|call|called|put|please|part|parts|piece|pieces|component|components|product|products|item|items|unit|units|sample|casting|castings|workpiece|specimen|surface|first|second|third|two|three|four|five|six|seven|eight|nine|ten|times|now|way|thing|things|kind|sort|whole|on|once|though|yes|following|because|due|long|time";
const EMPTY_KO =
  "이|그|저|이것|그것|저것|이는|이를|이에|여기|거기|및|또|또한|그리고|그러나|하지만|그래서|따라서|그러므로|때문|위해|위한|대해|대한|관해|통해|의해|수|것|점|등|때|중|더|덜|가장|매우|아주|상당히|모두|전부|각각|서로|만|뿐|없|있|아니|않|못|하|한|할|합|해|했|하였|되|된|될|됩|됐|되었|입니다|이다|이며|이고|부품|제품|주조품|기판|시료|표면|전체|일부|하나|두|세|네|다섯|여섯|일곱|여덟|아홉|열|건|개|장|번|번째|첫|우선|먼저|지금|현재|바로|직접|그대로|어디|어느|어떤|무엇|누가|누군|까지|부터|경우|동안|후|뒤|전|전에|사이|가지|정도|약|총|나타|보이|보입|보여|보았|본|볼|봅|주|드러|이런|그런|이만|보다|만큼|처럼|같이|함께|주|줍|줄|주지|않으|정해|두|둔|놓|느|그치|그쳐|그친|쓴|쓰|쓰인|무엇|하기|보기|먼저|너무|조금|훨씬|한참|거의|겨우|단지|오로지|이미|벌써|곧|이제|다만|비하|얻|나온|나왔|나옵|머물|머무|든|드는|드린|합니다|습니다|보면|비추|비춰|당분간|어디까지나|아무|항상|늘|놓|전혀|특별|및|단|다만|혹은|또는|라고|라는|다는|으로|에서|이루";

const beginning = (words: string): RegExp => new RegExp(`^(?:${words})`, "u");
const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`, "u");

const SUBJECTS: readonly RegExp[] = [beginning(SUBJECTS_EN), beginning(SUBJECTS_KO)];
/** A Korean word comes with its ending. */
const EMPTY: readonly RegExp[] = [whole(EMPTY_EN), whole(`(?:${EMPTY_KO})[가-힣]{0,3}`)];

const ORDINARY: readonly RegExp[] = [
  whole(`(?:${SUBJECTS_EN})(?:e|s|es|d|ed|ing|y|ance|ure|ion|ly)?`),
  whole(SUBJECTS_KO),
  whole(EMPTY_EN),
  whole(EMPTY_KO),
];

/** Whether reports use the word without thinking of a defect, whatever else a product may call by it. */
export const isOrdinary = (word: string): boolean => ORDINARY.some((pattern) => pattern.test(word));
export const isOfReports = (word: string): boolean => SUBJECTS.some((pattern) => pattern.test(word));
export const saysNothing = (word: string): boolean => EMPTY.some((pattern) => pattern.test(word));
