// Things of the works that a report speaks of only when its evidence does: machines, materials, components and
// conditions. One line a thing, in both languages, so that a Korean sentence may name what an English page holds.
// Words with another use in a report (light, camera, picture, part, region) are not here.
const THINGS: readonly (readonly [english: string, korean: string])[] = [
  ["moulds?|molds?|dies?|cavity|cavities|tooling", "금형|다이(?![가-힣])|캐비티|주형"],
  ["sand cores?|cores?", "코어|중자"],
  ["furnaces?|ovens?|kilns?|crucibles?", "용해로|가열로|오븐|도가니"],
  ["melt|molten metal|pouring", "용탕|주탕|쇳물"],
  [
    "machines?|machinery|equipment|presse?s?(?= (?:force|machine|stroke))|spindles?",
    "기계|설비|(?<!촬영 )장비|프레스|스핀들",
  ],
  [
    "cutting tools?|drills?|blades?|cutters?|grinding wheels?|saws?",
    "절삭 ?공구|공구|드릴|칼날|연삭|연마석|톱날",
  ],
  [
    "operator (?:errors?|mistakes?)|human error|carelessness|workmen|workforce|staff",
    "작업자(?:의)? (?:실수|부주의|과실)|작업 미숙|부주의",
  ],
  ["suppliers?|vendors?|subcontractors?", "협력사|공급 ?업체|공급사|납품 ?업체|하청"],
  ["customers?|clients?|consumers?", "고객|거래처|소비자"],
  [
    "raw materials?|alloys?|steel|alumini?um|iron|plastic|resin|rubber|glass|ceramics?",
    "원자재|원재료|소재|합금|강철|알루미늄|플라스틱|수지|고무|유리|세라믹",
  ],
  ["screws?|bolts?|nuts?|rivets?|washers?|threads?", "나사|볼트|너트|리벳|와셔"],
  ["bearings?|bushings?", "베어링|부싱"],
  ["gears?|cogs?|teeth", "기어|톱니"],
  ["seals?|sealing|gaskets?|o-rings?", "실링|씰|개스킷|가스켓|오링|패킹"],
  ["connectors?|plugs?|sockets?|pins?|terminals?", "커넥터|플러그|소켓|단자"],
  [
    "capacitors?|resistors?|diodes?|transistors?|coils?|inductors?",
    "커패시터|콘덴서|저항기|저항 소자|다이오드|트랜지스터|코일",
  ],
  ["solder|soldering|solder paste|reflow|stencils?", "납땜|솔더|리플로|스텐실"],
  ["springs?", "스프링|용수철"],
  ["shafts?|axles?|crankshafts?", "샤프트|회전축|크랭크"],
  ["impellers?|vanes?|fans?|rotors?", "임펠러|날개|회전자|팬 블레이드"],
  ["valves?|nozzles?|pumps?|pipes?|hoses?|tubes?", "밸브|노즐|펌프|배관|호스|튜브"],
  ["housings?|enclosures?|chassis|frames? of the part", "하우징|케이스(?!별)|섀시"],
  ["lids?|covers|caps?|hoods?", "뚜껑|덮개|커버|마개"],
  ["handles?|levers?|hinges?|latch(?:es)?", "손잡이|레버|경첩|걸쇠"],
  ["packaging|packing|pallets?|crates?|cartons?", "포장|팔레트|상자 포장|파렛트"],
  ["conveyors?|conveyor belts?|belts?", "컨베이어|벨트"],
  ["robots?|grippers?|jigs?|fixtures?|clamps?", "로봇|그리퍼|지그|고정구|클램프"],
  ["humidity|moisture|damp(?:ness)?", "습도|습기|수분"],
  ["temperatures?|overheat\\w*|cooling|heat treatment|heating|thermal", "온도|과열|냉각|열처리|가열"],
  ["pressures?|vacuum", "압력|진공"],
  ["vibrations?", "진동"],
  ["voltages?|currents?|power supply|electrical fault", "전압|전류|전원"],
  [
    "coolants?|lubricants?|lubrication|oils?|grease|release agents?",
    "냉각수|절삭유|윤활|오일|기름|그리스|이형제",
  ],
  ["paint|painting|coatings?|varnish|lacquer|plating|anodi[sz]ing", "도장|코팅|도료|도금|페인트|아노다이징"],
  ["welds?|welding|seams?", "용접|이음매"],
  ["rims?|flanges?|collars?|ribs?|boss(?:es)?|hubs?|bores?", "플랜지|림 부위|리브|보스|허브|보어"],
  ["cables?|wires?|wiring|harness(?:es)?", "케이블|전선|배선|하네스"],
  ["batter(?:y|ies)|motors?|engines?|sensors?|displays?|screens?", "배터리|모터|엔진|센서|디스플레이"],
  ["wheels?|tyres?|tires?|brakes?", "바퀴|휠|타이어|브레이크"],
  [
    "warehouses?|storage|transport(?:ation)?|handling damage|forklifts?|trucks?",
    "창고|보관 (?:중|상태|환경)|운송|이송|지게차|트럭",
  ],
  ["wear(?: and tear)?|worn|fatigue|ageing|aging", "마모|노후|피로 (?:파괴|균열)|열화"],
  ["maintenance|calibration drift|overhaul", "정비|유지 ?보수|오버홀"],
  ["chemicals?|acid|solvents?|detergents?|cleaning agents?|washing", "약품|산성|용제|세척|세제"],
  ["contaminated air|dust in|weather|climate|season", "분진|날씨|기후|계절"],
];

const PATTERN = new RegExp(
  THINGS.map(
    ([english, korean], index) =>
      `(?<thing${index}>(?<![\\p{L}\\p{N}-])(?:${english})(?![\\p{L}\\p{N}])|(?<![가-힣])(?:${korean}))`,
  ).join("|"),
  "gu",
);

export interface ThingNamed {
  readonly thing: string;
  readonly words: string;
}

export const thingsIn = (prose: string): readonly ThingNamed[] =>
  [...prose.matchAll(PATTERN)].flatMap(({ 0: words, groups = {} }) => {
    const thing = Object.keys(groups).find((name) => groups[name] !== undefined);
    return thing === undefined ? [] : [{ thing, words }];
  });
