/** Undefined for what is not JSON: a schema then tells what it should have been. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
