/** The folder with `data/` and `weights/`, or undefined where there is none. */
export const testData = process.env.GUMSA_TEST_DATA;

export const SKIPPED = "skipped: set GUMSA_TEST_DATA to the folder that holds data/ to run on real pictures";
