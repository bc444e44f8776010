// What a question for a measure is answered by: a figure with a unit of that measure, or what else names it. So "how
// close to the bore" finds "within 5 mm of the bore", and a price is answered by money only.

interface Measure {
  /** Words that ask for it. */
  readonly asked: RegExp;
  /** What a text must hold that tells it. */
  readonly told: RegExp;
}

const asked = (words: string): RegExp => new RegExp(`^(?:${words})$`, "iu");
const figure = (units: string): RegExp => new RegExp(`\\d\\s*(?:${units})(?![a-zA-Z\\d])`, "u");

/** Whoever asks for a unit is told in that unit. */
const UNIT = /^(?:[µμmck]?m|mg|k?g|t|ms|rpm|k?n|[mk]?pa|m?bar|[mk]?v|k?w|m?a|db|lux|lx|l|ml|k?hz)$/u;

const MEASURES: readonly Measure[] = [
  {
    asked: asked("비용|가격|값|금액|단가|원|달러|prices?|costs?|dollars?|won|euros?|money|expensive"),
    told: /[$€₩¥]\s*\d|\d\s*(?:원|만\s*원|달러|유로|won|dollars?|euros?|USD|KRW|EUR)/iu,
  },
  {
    asked: asked(
      ".*(?:크기|길이|너비|높이|깊이|두께|거리|지름|직경|반경|간격|폭)|sizes?|lengths?|widths?|wide|heights?|high|tall|depths?|deep|thick|thickness|thin|distances?|far|close|near|large|big|small|diameters?|radius|long|gaps?",
    ),
    told: figure("mm|cm|m|µm|μm|um|in|inch|inches"),
  },
  { asked: asked(".*(?:넓이|면적)|areas?|large|big|sizes?"), told: figure("mm²|cm²|m²|mm2|cm2") },
  {
    asked: asked(".*(?:무게|중량|질량)|킬로그램|weights?|heavy|mass|kilograms?"),
    told: figure("kg|g|t|톤"),
  },
  { asked: asked("톤|tonn?es?|tons?"), told: figure("t|톤|tonn?es?") },
  {
    asked: asked(".*온도|도|temperatures?|hot|cold|warm|cool|degrees"),
    told: /\d\s*(?:°\s*[CF]|℃|℉|도)/u,
  },
  {
    asked: asked(
      ".*(?:기간|주기|수명|시간)|초|분|주|개월|달|년|며칠|얼마나|durations?|periods?|intervals?|often|frequently|old|long|time|hours?|minutes?|seconds?|days?|weeks?|months?|years?",
    ),
    told: /\d\s*(?:초|분|시간|일|주|개월|년|회|번|s|ms|min|h|hours?|minutes?|seconds?|days?|weeks?|months?|years?|shots?|strokes?|operating hours)(?![a-zA-Z\d])|\d\s*(?:초|분|시간|일|주|개월|년|회)|마다|날마다|\b(?:every|each|once|annually|daily|weekly|monthly)\b/iu,
  },
  {
    asked: asked("번|회|횟수|.*타수|times|strokes?|shots?|cycles?"),
    told: /\d\s*(?:회|번|shots?|strokes?|times|cycles?)/iu,
  },
  {
    asked: asked(".*(?:속도|회전수)|speeds?|fast|quick|slow"),
    told: figure("rpm|RPM|m/s|mm/s|m/min|km/h"),
  },
  { asked: asked(".*압력|pressures?"), told: figure("bar|mbar|Pa|kPa|MPa|psi") },
  { asked: asked(".*(?:하중|장력|파지력)|뉴턴|forces?|strong|newtons?"), told: figure("N|kN") },
  { asked: asked(".*전압|볼트|volts?|voltages?"), told: figure("V|kV|mV") },
  { asked: asked(".*전력|와트|watts?|powerful"), told: figure("W|kW") },
  { asked: asked(".*(?:소음|소음도)|데시벨|noisy|loud|decibels?"), told: figure("dB|dBA") },
  { asked: asked(".*(?:밝기|조도)|럭스|bright|brightness"), told: figure("lux|lx|cd") },
  { asked: asked(".*전도도|conductivity"), told: figure("[µμ]?S/cm|[µμ]S") },
  { asked: asked("배|배율|magnifications?"), told: figure("배|x|×") },
  { asked: asked(".*각도|angles?|steep"), told: /\d\s*(?:°(?!\s*[CF])|도)/u },
  { asked: asked(".*(?:부피|용적|용량)|리터|volumes?|lit(?:re|er)s?"), told: figure("l|L|ml|m³|cm³|리터") },
  {
    asked: asked(".*(?:비율|농도|습도)|퍼센트|percent|percentages?|concentrations?|humidity|humid|shares?"),
    told: /\d\s*%/u,
  },
  {
    asked: asked("명|인원|사람|people|persons?|inspectors|operators|workers"),
    told: /\d\s*(?:명|인|people|persons?|inspectors?|operators?|workers?)|[한두세네] (?:명|사람)/iu,
  },
  {
    asked: asked(".*(?:색|색깔|색상)|colou?rs?"),
    told: /\b(?:red|orange|yellow|green|blue|brown|white|black|gr[ae]y|pink|purple|silver)\b|빨간|붉은|주황|노란|노랑|초록|녹색|파란|푸른|갈색|흰|하얀|검은|검정|회색|은색/iu,
  },
];

/** What tells the measure that one of the words asks for; none where they ask for no measure. */
export const tellsMeasure = (...words: readonly string[]): readonly RegExp[] => [
  ...MEASURES.filter(({ asked }) => words.some((word) => asked.test(word))).map(({ told }) => told),
  ...words.filter((word) => UNIT.test(word)).map((unit) => new RegExp(figure(unit), "iu")),
];
