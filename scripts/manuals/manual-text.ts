// The words of a manual, apart from its layout. Both languages fill the same shape, chapter by chapter and
// bullet by bullet, so that they can say the same.

export interface ManualText {
  readonly language: "ko" | "en";
  readonly title: string;
  readonly subtitle: string;
  readonly documentNumber: string;
  readonly revision: string;
  /** Printed under the title, in this order. */
  readonly particulars: readonly { readonly label: string; readonly value: string }[];
  readonly chapters: readonly Chapter[];
}

export interface Chapter {
  readonly heading: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string;
  /** One full sentence each. */
  readonly bullets: readonly string[];
}
