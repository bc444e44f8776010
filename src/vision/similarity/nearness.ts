// Is a picture nearer to the known defects than good pictures are? Several similarities are asked at once
// (whole picture, strongest spot); each is centred and scaled over the good pictures and the new one together,
// and the larger one counts. The new picture is treated like the others throughout, so the rank of its value
// is a full conformal p-value (Vovk, Gammerman, Shafer 2005, "Algorithmic Learning in a Random World").

/** `good`: the same similarities of each good picture, in the same order. */
export const nearnessPValue = (own: readonly number[], good: readonly (readonly number[])[]): number => {
  const all = [own, ...good];
  const columns = own.map((_, column) => standardised(all.map((row) => row[column] ?? 0)));
  const values = all.map((_, row) => Math.max(...columns.map((column) => column[row] ?? 0)));
  const [value = 0] = values;
  return values.filter((other) => other >= value).length / values.length;
};

const standardised = (values: readonly number[]): number[] => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (deviation > 0 ? (value - mean) / deviation : 0));
};
