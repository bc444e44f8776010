/** One after the other: a question that waits behind another in the server would spend its own deadline there. */
export const createQueue = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work);
    last = mine.catch(() => {}); // told to whoever asked
    return mine;
  };
};
