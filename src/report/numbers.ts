// How numbers are written, the same in every language:
//   distances and measured quantities: three significant digits, whole digits never dropped (12.4, 0.0123, 1024)
//   p-values: three decimals, below 0.001 one significant digit
//   shares and severities: percent, three significant digits, fewer where that is exact (5, 9.52, 62)
//   alpha: as it was set; pixels: whole
// Two numbers that are compared get as many digits as it takes to tell them apart, so that rounding
// never hides which one is larger. A writer may round further, but never below two significant digits.

const MOST_DECIMALS = 12;

/** A distance or another measured quantity. */
export const quantity = (value: number): string => significant(value, 3);

export const pValue = (value: number): string =>
  value >= 0.001 || value === 0 ? value.toFixed(3) : significant(value, 1);

export const alpha = (value: number): string => String(Number(value.toFixed(MOST_DECIMALS)));

export const pixels = (value: number): string => String(Math.round(value));

/** A share as a percentage, without the sign: 0.0952 is `9.52`. */
export const percent = (share: number): string => {
  const written = significant(share * 100, 3);
  const isExact = Math.abs(Number(written) - share * 100) < 1e-9;
  return isExact ? String(Number(written)) : written;
};

/** Both distances, written with enough digits to differ whenever they differ. */
export const distancePair = (value: number, limit: number): readonly [string, string] => {
  for (let digits = 3; digits <= MOST_DECIMALS; digits += 1) {
    const pair = [significant(value, digits), significant(limit, digits)] as const;
    if (Number(pair[0]) !== Number(pair[1]) || value === limit) return pair;
  }
  return [String(value), String(limit)];
};

/** A p-value, written with enough digits to differ from alpha whenever it does. */
export const pValueBeside = (value: number, limit: number): string => {
  if (value === limit || Number(pValue(value)) !== limit) return pValue(value);
  for (let decimals = 4; decimals <= MOST_DECIMALS; decimals += 1) {
    if (Number(value.toFixed(decimals)) !== limit) return value.toFixed(decimals);
  }
  return String(value);
};

const significant = (value: number, digits: number): string => {
  if (value === 0) return "0";
  const decimals = digits - 1 - Math.floor(Math.log10(Math.abs(value)));
  return value.toFixed(Math.min(MOST_DECIMALS, Math.max(0, decimals)));
};
