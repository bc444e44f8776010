// What is whole already in an answer that is still being written: the members of a JSON object whose value has ended.

/** By name, parsed; a text that is no JSON object has none. */
export const closedMembers = (text: string): Readonly<Record<string, unknown>> => {
  const members: Record<string, unknown> = {};
  for (const source of topLevelMembers(text)) {
    const member = parsed(`{${source}}`);
    if (member) Object.assign(members, member);
  }
  return members;
};

/** The sources of `"name": value` that stand directly in the outer object and are followed by its next sign. */
function* topLevelMembers(text: string): Generator<string> {
  let [depth, start, isInString] = [0, 0, false];
  for (let at = text.indexOf("{"); at >= 0 && at < text.length; at++) {
    const sign = text[at];
    if (isInString) {
      if (sign === "\\") at++;
      else if (sign === '"') isInString = false;
    } else if (sign === '"') isInString = true;
    else if (sign === "{" || sign === "[") {
      if (depth++ === 0) start = at + 1;
    } else if (depth === 1 && (sign === "," || sign === "}")) {
      yield text.slice(start, at);
      start = at + 1;
      if (sign === "}") return;
    } else if (sign === "}" || sign === "]") depth--;
  }
}

const parsed = (source: string): object | undefined => {
  try {
    return JSON.parse(source);
  } catch {
    return undefined; // not JSON, so nothing is whole in it
  }
};
