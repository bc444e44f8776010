/** Without what was left out, for those who tell the two apart. */
export const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields as undefined extends Fields[Name] ? never : Name]: Fields[Name];
  } & {
    // What is undefined was filtered out just above.
    [Name in keyof Fields as undefined extends Fields[Name] ? Name : never]?: Exclude<
      Fields[Name],
      undefined
    >;
  };
